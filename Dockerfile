# docker build -t verbatim .
FROM python:3.11-slim AS build
WORKDIR /build
RUN python -m venv /opt/venv
COPY requirements.txt ./
RUN /opt/venv/bin/pip install --no-cache-dir -r requirements.txt
COPY pyproject.toml README.md LICENSE ./
COPY bot bot
RUN /opt/venv/bin/pip install --no-cache-dir --no-deps .

FROM python:3.11-slim
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin verbatim \
    && install -d -o verbatim -g verbatim -m 0700 /data
COPY --from=build /opt/venv /opt/venv
COPY --chown=root:root knowledge /knowledge
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    PYTHONDONTWRITEBYTECODE=1 \
    KNOWLEDGE_DIR=/knowledge \
    RECORDS=/data/records.db \
    CACHE_DIR=/data/cache \
    LOG_FORMAT=json \
    MONITORING_PORT=8080
USER 10001:10001
WORKDIR /data
VOLUME /data
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD python -c "import urllib.request as r; r.urlopen('http://127.0.0.1:$MONITORING_PORT/healthz', timeout=4)"
ENTRYPOINT ["python", "-m", "bot"]
CMD ["run"]

# guapai as an image: the wheel, and what requirements/run.txt pins by hash; a user without rights of its own.
#   docker build -t guapai .
ARG BASE=python:3.11-slim

FROM ${BASE} AS build
WORKDIR /source
COPY . .
RUN python3 -m venv /opt/build \
 && /opt/build/bin/pip install --no-cache-dir --no-deps --require-hashes -r requirements/build.txt \
 && /opt/build/bin/python -m hatchling build -t wheel -d /wheel \
 && python3 -m venv /opt/guapai \
 && /opt/guapai/bin/pip install --no-cache-dir --no-deps --require-hashes -r requirements/run.txt \
 && /opt/guapai/bin/pip install --no-cache-dir --no-deps --no-index /wheel/*.whl

FROM ${BASE}
RUN useradd --system --create-home --home-dir /home/guapai --uid 10001 guapai
COPY --from=build /opt/guapai /opt/guapai
ENV PATH=/opt/guapai/bin:$PATH LANG=C.UTF-8 PYTHONUNBUFFERED=1
USER guapai
WORKDIR /home/guapai
ENTRYPOINT ["guapai"]
CMD ["--help"]

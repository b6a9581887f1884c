# Everything from a fresh Debian 12 with a Swift toolchain. `make help` lists the verbs.

PREFIX ?= /usr/local
SWIFT ?= swift
PACKAGES = libxlsxwriter-dev libzip-dev libexpat1-dev libsqlite3-dev pkg-config unzip
SUDO := $(shell [ "$$(id -u)" = 0 ] || command -v sudo)

.DEFAULT_GOAL := help
.PHONY: help setup build run test lint format reference bench install clean

help: ## list the verbs
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 10

setup: ## install the system packages that are missing (apt)
	@missing=""; for package in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q '^install ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  echo "installing:$$missing"; \
	  $(SUDO) apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $$missing; \
	fi

build: setup ## build the release binary
	$(SWIFT) build -c release --product gnlc

run: build ## run every open round of this workspace and say where the reports are
	.build/release/gnlc run

test: setup ## run all tests
	$(SWIFT) test --parallel

lint: ## check the format of every Swift file, strictly
	$(SWIFT) format lint --strict --parallel --recursive Package.swift Sources Tests Benchmarks/Sources

format: ## put every Swift file into its format
	$(SWIFT) format --in-place --parallel --recursive Package.swift Sources Tests Benchmarks/Sources

bench: setup ## compare with the peers and the floor (takes a while; SIZES="13 425 4250")
	Benchmarks/run.sh

install: ## install the binary and the catalogue; built first by `make build` (PREFIX=/usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/gnlc
	install -m 755 .build/release/gnlc $(DESTDIR)$(PREFIX)/bin/gnlc
	cp -R Indicators $(DESTDIR)$(PREFIX)/share/gnlc/

reference: ## renew what is written from source (the page of findings, the list of rules)
	$(SWIFT) run GenerateReference

clean: ## remove what builds and runs made
	$(SWIFT) package clean
	rm -rf Reports/demo Reports/gnlc Reports/.releases

# Everything from a fresh Debian 12 with a Swift toolchain. `make help` lists the verbs.

PREFIX ?= /usr/local
SWIFT ?= swift
# Debian's, which has Debian's openpyxl.
PYTHON ?= /usr/bin/python3
# One that has pysdmx, which Debian has not: `make roundtrip SDMX_PYTHON=venv/bin/python`.
SDMX_PYTHON ?= $(PYTHON)
# What tests with other programs use; without it they are skipped, saying so.
TEST_PACKAGES = libreoffice-calc-nogui python3-openpyxl poppler-utils fonts-thai-tlwg fonts-crosextra-carlito
PACKAGES = libxlsxwriter-dev libzip-dev libexpat1-dev libsqlite3-dev pkg-config unzip
SWIFT_FILES = Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Fuzzing/Package.swift Fuzzing/Sources
SUDO := $(shell [ "$$(id -u)" = 0 ] || command -v sudo)

.DEFAULT_GOAL := help
.PHONY: help setup setup-tests build run test roundtrip every-fault hostile guides docs pictures fuzz lint format reference bench install clean

help: ## list the verbs
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 13

setup: ## install the system packages that are missing (apt)
	@missing=""; for package in $(PACKAGES); do \
	  dpkg-query -W -f='$${Status}' $$package 2>/dev/null | grep -q '^install ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  echo "installing:$$missing"; \
	  $(SUDO) apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $$missing; \
	fi

setup-tests: PACKAGES += $(TEST_PACKAGES)
setup-tests: setup ## install LibreOffice and openpyxl as well, which some tests use

build: setup ## build the release binary
	$(SWIFT) build -c release --product gnlc

run: build ## run every open round of this workspace and say where the reports are
	.build/release/gnlc run

test: setup ## run all tests
	$(SWIFT) test --parallel

roundtrip: ## ten cities fill templates through openpyxl and LibreOffice: the same figures come back; pysdmx reads the SDMX files (after make test)
	$(PYTHON) Tests/Scripts/ten-cities.py .build/debug/gnlc
	$(SDMX_PYTHON) Tests/Scripts/sdmx.py .build/debug/gnlc

every-fault: ## one form with a fault of every kind: each found at its cell, sent back, mended (after make test)
	$(PYTHON) Tests/Scripts/every-fault.py .build/debug/gnlc

guides: ## type what README and guides tell their readers to type, and compare what they promise (after make test)
	$(PYTHON) Tests/Scripts/documented-commands.py .build/debug/gnlc

docs: ## build the modules' documentation with DocC into .build/documentation, and look that it is whole (after make test)
	$(PYTHON) Tests/Scripts/module-documentation.py .build/debug .build/documentation

pictures: build setup-tests ## render the pictures of the guides anew from the shipped demo round
	$(PYTHON) Documentation/Pictures/pictures.py .build/release/gnlc

hostile: build ## files made to harm or to mislead: each ends with its own finding, in 2 s and 200 MB
	$(PYTHON) Tests/Scripts/hostile-files.py .build/release/gnlc

fuzz: setup ## feed every reader with a million broken inputs (RUNS=1000000 READERS="csv yaml")
	Fuzzing/fuzz.sh

lint: ## check the format of every Swift file, strictly
	$(SWIFT) format lint --strict --parallel --recursive $(SWIFT_FILES)

format: ## put every Swift file into its format
	$(SWIFT) format --in-place --parallel --recursive $(SWIFT_FILES)

bench: setup ## compare with the peers and the floor (takes a while; SIZES="13 425 4250")
	Benchmarks/run.sh

install: ## install the binary and the catalogue; built first by `make build` (PREFIX=/usr/local)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/share/gnlc
	install -m 755 .build/release/gnlc $(DESTDIR)$(PREFIX)/bin/gnlc
	cp -R Indicators $(DESTDIR)$(PREFIX)/share/gnlc/

reference: ## renew what is written from source (the page of findings, the list of rules)
	$(SWIFT) run GenerateReference
	@# The page shows examples of the rules that are built in: of a new one from the second time on.
	$(SWIFT) run GenerateReference

clean: ## remove what builds and runs made
	$(SWIFT) package clean
	rm -rf Reports/demo Reports/gnlc Reports/.releases

# Everything from a fresh Debian 12 with a Swift toolchain. `make help` lists the verbs.

PREFIX ?= /usr/local
DESTDIR ?=
# Needs no Swift where it runs, and looks for libraries where the system has them.
RELEASE = -c release --static-swift-stdlib --disable-local-rpath -Xlinker -z -Xlinker now --product gnlc
# Where packages and bills of materials are put.
OUT ?= .build/packages
SWIFT ?= swift
# Debian's, which has Debian's openpyxl.
PYTHON ?= /usr/bin/python3
# One that has pysdmx, which Debian has not: `make roundtrip SDMX_PYTHON=venv/bin/python`.
SDMX_PYTHON ?= $(PYTHON)
# One that has cyclonedx-python-lib[json-validation].
SBOM_PYTHON ?= $(PYTHON)
# Knows the schemas of the workbook format; from pip, Debian has it not: `make workbooks AUDIT=venv/bin/openxml-audit`.
AUDIT ?= openxml-audit
# How hard `make failures` tries.
CITIES ?= 13
KILLS ?= 30
INJECTIONS ?= 40
# What tests with other programs use; without it they are skipped, saying so.
TEST_PACKAGES = libreoffice-calc-nogui python3-openpyxl sqlite3 poppler-utils fonts-thai-tlwg fonts-crosextra-carlito fonts-liberation2
PACKAGES = libxlsxwriter-dev libzip-dev libexpat1-dev libsqlite3-dev pkg-config unzip
SWIFT_FILES = Package.swift Sources Tests Benchmarks/Package.swift Benchmarks/Sources Fuzzing/Package.swift Fuzzing/Sources
SUDO := $(shell [ "$$(id -u)" = 0 ] || command -v sudo)

.DEFAULT_GOAL := help
.PHONY: help setup setup-tests setup-packaging build run test coverage roundtrip workbooks typecheck every-fault hostile failures asan tsan guides docs pictures fuzz lint format reference \
  bench install uninstall sbom check-sbom deb check-deb hooks clean

help: ## list the verbs
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 17

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

setup-packaging: PACKAGES += dpkg-dev lintian debootstrap man-db mandoc
setup-packaging: setup ## install what makes and checks the .deb as well

build: setup ## build the release binary, which needs no Swift where it runs
	$(SWIFT) build $(RELEASE)

run: build ## run every open round of this workspace and say where the reports are
	.build/release/gnlc run

test: setup ## run all tests
	$(SWIFT) test --parallel

roundtrip: ## ten cities fill templates through openpyxl and LibreOffice: the same figures come back; pysdmx reads the SDMX files (after make test)
	$(PYTHON) Tests/Scripts/ten-cities.py .build/debug/gnlc
	$(SDMX_PYTHON) Tests/Scripts/sdmx.py .build/debug/gnlc

workbooks: ## every workbook opens in openpyxl and LibreOffice and keeps to the standard, numbers lead to the CSV files, what-if calculates (after make test)
	$(PYTHON) Tests/Scripts/workbooks.py .build/debug/gnlc --audit "$(AUDIT)"
	$(PYTHON) Tests/Scripts/what-if.py .build/debug/gnlc

failures: ## kill runs, let system calls fail, fill a disk: what is published stays whole (CITIES=13 KILLS=30 INJECTIONS=40; after make build)
	Tests/Scripts/same-bytes.sh .build/release/gnlc
	$(PYTHON) Tests/Scripts/failures.py .build/release/gnlc --cities $(CITIES) --kills $(KILLS) --injections $(INJECTIONS)

asan: setup ## run all tests under the address sanitizer, in a build of its own
	@# Leaks are not told: Swift keeps marks in the spare bits of references, behind which the leak detector sees nothing.
	ASAN_OPTIONS=detect_leaks=0 $(SWIFT) test --sanitize=address --scratch-path .build-asan

tsan: setup ## run all tests under the thread sanitizer, in a build of its own
	$(SWIFT) test --sanitize=thread --scratch-path .build-tsan

typecheck: ## whether benchmarks and fuzzers still fit the program, in seconds (after make test)
	Tests/Scripts/typecheck.sh

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

bench: setup ## compare with the peers and the floor (takes a while; SIZES="13 425 4250" CHECK=--check to fail below a target)
	Benchmarks/run.sh $(CHECK)

install: ## install what `make build` made, with catalogue, man page, completions, documents, examples (PREFIX=/usr/local DESTDIR=)
	DESTDIR=$(DESTDIR) Packaging/install.sh .build/release/gnlc $(PREFIX)

uninstall: ## remove what `make install` installed (PREFIX=/usr/local DESTDIR=)
	DESTDIR=$(DESTDIR) Packaging/install.sh --remove .build/release/gnlc $(PREFIX)

sbom: build ## write the bill of materials, CycloneDX 1.6 (OUT=.build/packages)
	mkdir -p $(OUT)
	$(PYTHON) Packaging/sbom.py .build/release/gnlc $(OUT)/gnlc.cdx.json

check-sbom: ## compare the bill of materials with its schema (after make sbom; SBOM_PYTHON=one with cyclonedx-python-lib)
	$(SBOM_PYTHON) Tests/Scripts/sbom-schema.py $(OUT)/gnlc.cdx.json

deb: setup-packaging sbom ## make a Debian package of what `make build` made (OUT=.build/packages)
	Packaging/deb.sh .build/release/gnlc $(OUT)/gnlc.cdx.json $(OUT)

check-deb: ## check the newest .deb with lintian, and by a round in a clean root (after make deb; as root)
	Tests/Scripts/clean-root.sh "$$(ls -t $(OUT)/*.deb | head -n 1)"

coverage: setup ## run all tests and print which share of each module's lines they reach
	Tests/Scripts/coverage.sh

hooks: ## let every commit of this clone be checked first (format, blanks, scripts)
	git config core.hooksPath .githooks

reference: ## renew what is written from source (the page of findings, the list of rules)
	$(SWIFT) run GenerateReference
	@# The page shows examples of the rules that are built in: of a new one from the second time on.
	$(SWIFT) run GenerateReference

clean: ## remove what builds and runs made
	$(SWIFT) package clean
	rm -rf Reports/demo Reports/gnlc Reports/.releases

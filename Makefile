# The two commands of the README are `make run` and `make test`; each does its own set-up.

BUILD := .build/debug
RELEASE := .build/release
DEMO := out/demo
STORE := out/demo.db
PACKAGES := out/packages
DAY := $(shell date -u +%Y-%m-%dT00:00:00Z)

.PHONY: help run test lint format build release demo peers dashboards-check bench clean

help:
	@echo "make run     build, make a demo estate, show its numbers and serve it on localhost"
	@echo "make test    run every test, with the peers that check our output"
	@echo "make lint    check the format of the sources"
	@echo "make format  format the sources"
	@echo "make release build the product with counts of a run; the binary is $(RELEASE)/closeout"
	@echo "make bench   time the product beside its peers"
	@echo "make dashboards-check  check and unit-test rules and alerts with promtool"
	@echo "make clean   remove what was built and made"

build:
	@.ci/setup
	swift build --product closeout

release:
	@.ci/setup
	.ci/release

# A new demo each time, its last day today, so that the windows of the metrics are filled.
demo: build
	rm -rf $(DEMO) $(STORE)* $(PACKAGES)
	$(BUILD)/closeout demo --out $(DEMO) --until $(DAY)
	-$(BUILD)/closeout ingest --store $(STORE) $(DEMO)/securityhub $(DEMO)/ledger
	$(BUILD)/closeout summary --store $(STORE)

run: demo
	$(BUILD)/closeout evidence --store $(STORE) --control S3.8 --out $(PACKAGES)
	$(BUILD)/closeout verify $(PACKAGES)
	$(BUILD)/closeout report --store $(STORE) --out out/trends.html
	$(BUILD)/closeout serve --store $(STORE)

peers: .peers/.installed
.peers/.installed: Tests/peers.txt
	@.ci/setup test
	python3 -m venv .peers
	.peers/bin/pip install --quiet --disable-pip-version-check -r Tests/peers.txt
	@touch $@

test: peers
	swift build --build-tests
	swift test --skip-build

lint:
	@.ci/setup
	swift format lint --strict --recursive --parallel Package.swift Sources Tests Plugins queries reports Benchmarks/Package.swift Benchmarks/Sources/scan

format:
	swift format --in-place --recursive --parallel Package.swift Sources Tests Plugins queries reports Benchmarks/Package.swift Benchmarks/Sources/scan

dashboards-check:
	promtool check rules dashboards/rules/*.yml
	promtool test rules dashboards/tests/*.yml

bench: release
	Benchmarks/run

clean:
	rm -rf .build out Benchmarks/.build

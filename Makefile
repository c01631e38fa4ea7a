# make test    every test, on a machine with Go, git and make
# make build   the website and the downloads, in public/ (ARCHIVE=folder: with the files of released versions)
# make lint    what reads the code for us, and the list of third-party parts
# make vulns   known vulnerabilities; asks vuln.go.dev
# make faults  kills, starves and disturbs builds, 200 times each (make test: 8 times)
# make bench   what reading, checking and writing cost, beside the libraries alone
# make judges  validators of others, over public/; needs npm too (judges/README.md);
#              with ALL=1, on more pages

.PHONY: bench test build lint vulns faults judges

test:
	.ci/need-browser
	go vet ./...
	go test -timeout 30m ./...

build:
	go run ./cmd/publish build $(if $(ARCHIVE),--archive $(ARCHIVE))

lint: tool := go tool -modfile=.ci/tools/go.mod
lint:
	@test -z "$$(gofmt -l .)" || { gofmt -d .; exit 1; }
	$(tool) staticcheck ./...
	cd .ci/tools && go vet ./... && go run ./third-party ../.. ./cmd/publish | diff ../../docs/third-party.md - || \
	{ echo 'write the list anew: (cd .ci/tools && go run ./third-party ../.. ./cmd/publish) > docs/third-party.md' >&2; exit 1; }
	@go mod verify

faults: export PUBLISH_FAULTS ?= 200
faults:
	go test -count=1 -timeout 50m ./cmd/publish -v -run '^Test(AKilled|Builds|Any|ABuild|AFull|AFolder|AFile|Nothing)'

vulns:
	go tool -modfile=.ci/tools/go.mod govulncheck ./...

# What judges see of a dataset whose texts would like to be something else; a browser opens its pages in make test.
unharmed := checksums,xml,tables,parquet,sqlite,spreadsheet,documents,rdf,calendar,datapackage,datacite,citation,openapi,links,html-validate,vnu

# The judges need a newer Node than most machines have: it is one of their packages.
judges: export PATH := $(CURDIR)/judges/node_modules/.bin:$(PATH)
judges: build judges/node_modules/.package-lock.json
	.ci/need-browser
	judges/need
	node judges/run.mjs $(if $(ALL),--all) public
	node judges/faults.mjs public
	go run ./cmd/publish build --dataset judges/hostile --out judges/.hostile
	node judges/run.mjs --only $(unharmed) judges/.hostile

judges/node_modules/.package-lock.json: judges/package.json judges/package-lock.json
	judges/need
	cd judges && npm ci --loglevel=error

bench:
	go test -run '^$$' -bench . ./build/load ./build/check ./build/export

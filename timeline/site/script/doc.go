// Package script tests the modules of the page's script that need no page:
// calendar, scale, ticks, labels, address and their like.
//
// It holds tests only. Each testdata/*.test.ts is bundled with the modules it
// imports from assets/ts and run in an engine written in Go, so that the tests
// run wherever Go does, without a browser.
package script

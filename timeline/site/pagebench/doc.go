// Package pagebench measures the timeline page in a browser, beside two other
// timelines and a plain list of the same events.
//
// It holds tests and benchmarks only. The chronologies are synthetic and the
// same in every run; the pages are served from the loopback interface, each
// load is paired with one of the plain list, and what is reported are ratios
// within the pair, since absolute times say more about the machine than about
// the page. How to run it and what was measured is in docs/benchmarks.md.
package pagebench

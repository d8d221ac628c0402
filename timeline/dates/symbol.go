package dates

// symbol is what patterns tell tokens by before they are run: which word or
// mark it is, or how a number begins.
type symbol int32

// The symbols, in this order; after firstWord one for each word of the lexicon.
const (
	symbolNone  symbol = iota // a word in no list, or the end: nothing consumes it
	symbolFound               // an expression
	firstNumber               // one for each number of digits and the first two of them
	firstMark   = firstNumber + maxDigits*leads
	wideMark    = firstMark + 0x80 // any mark beyond ASCII
	firstWord   = wideMark + 1
)

// maxDigits is from how many digits on numbers are no longer told apart, leads
// how many ways there are to begin one.
const (
	maxDigits = 5
	leads     = 100
)

// numberSymbol gives the symbol of a number of so many digits, of which the
// first two, or the only one, make lead.
func numberSymbol(digits int, lead int32) symbol {
	return firstNumber + symbol(min(digits, maxDigits)-1)*leads + symbol(lead)
}

// markSymbol gives the symbol of a mark.
func markSymbol(r rune) symbol {
	return min(firstMark+symbol(r), wideMark)
}

// numberRange gives the smallest and the largest number that begins with lead
// and has so many digits, fewer than maxDigits.
func numberRange(digits int, lead int32) (least, most int32) {
	least, most = lead, lead
	for range digits - 2 {
		least, most = least*10, most*10+9
	}
	return least, most
}

// symbols is how many symbols there are.
func (l *lexicon) symbols() int { return int(firstWord) + len(l.words) }

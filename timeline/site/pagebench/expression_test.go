package pagebench

import (
	"fmt"
	"time"

	"dateline/timeline/edtf"
)

// expression is a date as a text says it.
type expression struct {
	when    edtf.Date
	before  string // what leads up to it: "On", "Between"
	words   string // "March 4, 2016"
	because string // what words do, to follow them in a sentence
}

// expressions are the ways to say a date, with how many of a hundred dates are
// said so. A century is missing: it would stretch ten years to a hundred.
var expressions = []struct {
	share int
	say   func(edtf.Day) expression
}{
	{56, onDay}, {5, atTime}, {8, inMonth}, {4, inYear}, {4, inSeason},
	{2, inQuarter}, {2, inHalf}, {1, inDecade}, {6, aboutDay}, {2, perhapsMonth},
	{6, fromTo}, {3, since}, {1, until},
}

// expression says day, mostly to the day.
func (a *author) expression(day edtf.Day) expression {
	n := a.IntN(100)
	for _, e := range expressions {
		if n -= e.share; n < 0 {
			return e.say(day)
		}
	}
	panic("the shares do not sum to 100")
}

func dayWords(day edtf.Day) string {
	y, m, d := day.Civil()
	return fmt.Sprintf("%s %d, %d", time.Month(m), d, y)
}

func monthWords(y, m int) string { return fmt.Sprintf("%s %d", time.Month(m), y) }

func onDay(day edtf.Day) expression {
	return expression{day.Date(), "On", dayWords(day), "names the day"}
}

func atTime(day edtf.Day) expression {
	hour, minute := 6+int(day%16), int(day%4)*15
	words := fmt.Sprintf("%d:%02d on %s", hour, minute, dayWords(day))
	return expression{day.Date().WithTime(hour, minute), "At", words, "names the minute"}
}

func inMonth(day edtf.Day) expression {
	y, m, _ := day.Civil()
	return expression{edtf.NewMonth(y, m), "In", monthWords(y, m), "names the month, no day"}
}

func inYear(day edtf.Day) expression {
	y, _, _ := day.Civil()
	return expression{edtf.NewYear(y), "In", fmt.Sprint(y), "names the year, no month"}
}

// inSeason keeps to the seasons that lie in one year.
func inSeason(day edtf.Day) expression {
	y, m, _ := day.Civil()
	i := min(max(m/3-1, 0), 2)
	words := fmt.Sprintf("the %s of %d", [...]string{"spring", "summer", "autumn"}[i], y)
	return expression{edtf.NewSeason(y, 21+i), "In", words, "names the season"}
}

func inQuarter(day edtf.Day) expression {
	y, m, _ := day.Civil()
	i := (m - 1) / 3
	words := fmt.Sprintf("the %s quarter of %d", [...]string{"first", "second", "third", "last"}[i], y)
	return expression{edtf.NewQuarter(y, 1+i), "In", words, "names the quarter"}
}

func inHalf(day edtf.Day) expression {
	y, m, _ := day.Civil()
	i := (m - 1) / 6
	words := fmt.Sprintf("the %s half of %d", [...]string{"first", "second"}[i], y)
	return expression{edtf.NewHalf(y, 1+i), "In", words, "names the half-year"}
}

func inDecade(day edtf.Day) expression {
	y, _, _ := day.Civil()
	y -= y % 10
	return expression{edtf.NewDecade(y), "In", fmt.Sprintf("the %ds", y), "names the decade"}
}

func aboutDay(day edtf.Day) expression {
	return expression{day.Date().WithApproximate(true), "Around", dayWords(day), "is said to be about right"}
}

func perhapsMonth(day edtf.Day) expression {
	y, m, _ := day.Civil()
	return expression{edtf.NewMonth(y, m).WithUncertain(true), "Perhaps in", monthWords(y, m), "is said to be doubtful"}
}

func fromTo(day edtf.Day) expression {
	end := min(day+5+day%90, edtf.DayOf(lastYear, 12, 31)+1)
	words := dayWords(day) + " to " + dayWords(end)
	return expression{edtf.NewInterval(day.Date(), end.Date()), "From", words, "names the first day and the last"}
}

func since(day edtf.Day) expression {
	return expression{edtf.Since(day.Date()), "Since", dayWords(day), "names the beginning only"}
}

func until(day edtf.Day) expression {
	return expression{edtf.Until(day.Date()), "Until", dayWords(day), "names the end only"}
}

package edtf_test

import (
	"testing"

	"dateline/timeline/edtf"
)

func TestUnmarshalTextOfNothingIsNoDate(t *testing.T) {
	d := edtf.MustParse("2022")
	if err := d.UnmarshalText(nil); err != nil || !d.IsZero() {
		t.Errorf("got %v, %v", d, err)
	}
}

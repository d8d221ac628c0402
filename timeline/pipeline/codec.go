package pipeline

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"reflect"
	"unicode/utf8"

	"dateline/timeline/edtf"
)

// What the cache holds of a document is written field after field, by the
// types' own description, so that a field added to an event is in the cache
// without more ado. Numbers are varints; strings and dates have their length
// before them, lists their length and one more, for none is not an empty one.
// Nothing tells one layout from another but the version of the cache.

var dateType = reflect.TypeFor[edtf.Date]()

// encode appends v.
func encode(b []byte, v reflect.Value) []byte {
	if v.Type() == dateType {
		return appendString(b, v.Interface().(edtf.Date).String())
	}
	switch v.Kind() {
	case reflect.String:
		return appendString(b, v.String())
	case reflect.Bool:
		if v.Bool() {
			return append(b, 1)
		}
		return append(b, 0)
	case reflect.Int:
		return binary.AppendVarint(b, v.Int())
	case reflect.Float64:
		return binary.LittleEndian.AppendUint64(b, math.Float64bits(v.Float()))
	case reflect.Slice:
		if v.IsNil() {
			return append(b, 0)
		}
		b = binary.AppendUvarint(b, uint64(v.Len())+1)
		for i := range v.Len() {
			b = encode(b, v.Index(i))
		}
		return b
	case reflect.Struct:
		for i := range v.NumField() {
			b = encode(b, v.Field(i))
		}
		return b
	}
	panic(fmt.Sprintf("pipeline: the cache cannot hold a %s", v.Type()))
}

func appendString(b []byte, s string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(s))), s...)
}

// decoder reads what encode wrote. After an error, which it keeps, it reads
// nothing but zeros.
type decoder struct {
	rest string
	err  error
}

var errDamaged = errors.New("damaged")

func (d *decoder) fail() {
	d.rest, d.err = "", errDamaged
}

// take gives the next n bytes.
func (d *decoder) take(n uint64) string {
	if n > uint64(len(d.rest)) {
		d.fail()
		return ""
	}
	s := d.rest[:n]
	d.rest = d.rest[n:]
	return s
}

func (d *decoder) uvarint() uint64 {
	n, shift := uint64(0), 0
	for i := range len(d.rest) {
		c := d.rest[i]
		if shift > 63 {
			break
		}
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			d.rest = d.rest[i+1:]
			return n
		}
		shift += 7
	}
	d.fail()
	return 0
}

func (d *decoder) int() int64 {
	n := d.uvarint()
	return int64(n>>1) ^ -int64(n&1)
}

func (d *decoder) float() float64 {
	s := d.take(8)
	if s == "" {
		return 0
	}
	f := math.Float64frombits(binary.LittleEndian.Uint64([]byte(s)))
	if math.IsNaN(f) || math.IsInf(f, 0) {
		d.fail()
		return 0
	}
	return f
}

func (d *decoder) string() string {
	s := d.take(d.uvarint())
	if !utf8.ValidString(s) {
		d.fail()
		return ""
	}
	return s
}

func (d *decoder) date() edtf.Date {
	s := d.string()
	if s == "" {
		return edtf.Date{}
	}
	date, err := edtf.Parse(s)
	if err != nil {
		d.fail()
	}
	return date
}

// decode reads into v, whose strings are then parts of the decoder's input.
func (d *decoder) decode(v reflect.Value) {
	if v.Type() == dateType {
		v.Set(reflect.ValueOf(d.date()))
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(d.string())
	case reflect.Bool:
		v.SetBool(d.take(1) == "\x01")
	case reflect.Int:
		v.SetInt(d.int())
	case reflect.Float64:
		v.SetFloat(d.float())
	case reflect.Slice:
		d.slice(v)
	case reflect.Struct:
		for i := range v.NumField() {
			d.decode(v.Field(i))
		}
	default:
		panic(fmt.Sprintf("pipeline: the cache cannot hold a %s", v.Type()))
	}
}

// slice reads a list. It grows as its elements are read, so that a length that
// is made up costs no more memory than the input has bytes for.
func (d *decoder) slice(v reflect.Value) {
	v.SetZero()
	n := d.uvarint()
	if n > 0 {
		v.Set(reflect.MakeSlice(v.Type(), 0, 0))
	}
	for ; n > 1 && d.err == nil; n-- {
		v.Set(reflect.Append(v, reflect.Zero(v.Type().Elem())))
		d.decode(v.Index(v.Len() - 1))
	}
}

package pipeline

import (
	"bufio"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
)

// A pack is a file of the cache: the entries one after the other, then an
// index of them.
//
//	magic     "dateline cache 1\n"
//	version   32 bytes, what the entries were made by
//	entries   bytes
//	index     for each entry: key [32]byte, offset uint64, length uint32, crc32c uint32
//	trailer   offset of the index uint64, entries uint32, crc32c of magic, version, index and the two uint32
//
// Numbers are little-endian. Whatever in a pack is not as it should be is
// taken not to be there.
const (
	packMagic   = "dateline cache 1\n"
	packHeader  = len(packMagic) + len(key{})
	packRow     = len(key{}) + 8 + 4 + 4
	packTrailer = 8 + 4 + 4
)

// key names what an entry was made from, and version what it was made by.
type key [32]byte

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// place is where an entry stands in its pack.
type place struct {
	offset int64
	length uint32
	sum    uint32
}

// pack is an open pack. It is safe for concurrent use.
type pack struct {
	file    *os.File // nil where there is none
	entries map[key]place
}

// openPack reads the index of a pack that was written by the given version.
// A pack that is missing, damaged or of another version is empty.
func openPack(root *os.Root, name string, version key) *pack {
	f, err := root.Open(name)
	if err != nil {
		return &pack{}
	}
	p := &pack{file: f}
	if p.entries, err = readIndex(f, version); err != nil {
		p.close()
	}
	return p
}

func (p *pack) close() {
	if p.file != nil {
		p.file.Close()
	}
	*p = pack{}
}

func readIndex(f *os.File, version key) (map[key]place, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if !info.Mode().IsRegular() || info.Size() < int64(packHeader+packTrailer) {
		return nil, errDamaged
	}
	header, trailer := make([]byte, packHeader), make([]byte, packTrailer)
	end := info.Size() - int64(packTrailer)
	_, err1 := f.ReadAt(header, 0)
	_, err2 := f.ReadAt(trailer, end)
	if err := errors.Join(err1, err2); err != nil {
		return nil, err
	}
	start, count := int64(binary.LittleEndian.Uint64(trailer)), int64(binary.LittleEndian.Uint32(trailer[8:]))
	if string(header) != packMagic+string(version[:]) || start < int64(packHeader) || start > end || end-start != count*int64(packRow) {
		return nil, errDamaged
	}
	rows := make([]byte, end-start)
	if _, err := f.ReadAt(rows, start); err != nil {
		return nil, err
	}
	if checksum(header, rows, trailer[:12]) != binary.LittleEndian.Uint32(trailer[12:]) {
		return nil, errDamaged
	}
	return places(rows, start)
}

// places reads the rows of an index; the entries lie between the header and
// the index, which begins at start.
func places(rows []byte, start int64) (map[key]place, error) {
	all := make(map[key]place, len(rows)/packRow)
	for ; len(rows) > 0; rows = rows[packRow:] {
		row := rows[len(key{}):]
		p := place{int64(binary.LittleEndian.Uint64(row)), binary.LittleEndian.Uint32(row[8:]), binary.LittleEndian.Uint32(row[12:])}
		if p.offset < int64(packHeader) || p.offset > start || int64(p.length) > start-p.offset {
			return nil, errDamaged
		}
		all[key(rows)] = p
	}
	return all, nil
}

func checksum(parts ...[]byte) uint32 {
	sum := uint32(0)
	for _, part := range parts {
		sum = crc32.Update(sum, castagnoli, part)
	}
	return sum
}

// entry gives the bytes of an entry.
func (p *pack) entry(k key) ([]byte, bool) {
	at, ok := p.entries[k]
	if !ok {
		return nil, false
	}
	data := make([]byte, at.length)
	if _, err := p.file.ReadAt(data, at.offset); err != nil || checksum(data) != at.sum {
		return nil, false
	}
	return data, true
}

// packWriter writes a pack beside the one it is to replace.
type packWriter struct {
	to     *bufio.Writer
	header []byte
	rows   []byte
	count  uint32
	offset uint64
}

// writePack replaces a pack by the entries that write adds. Who reads
// meanwhile, or after a crash, finds the old one or the new one, or something
// damaged: never something that is taken for whole and is not.
func writePack(root *os.Root, name string, version key, write func(*packWriter) error) error {
	// All runs write to the same name, so that nothing is left over but what
	// the next one removes. Two at a time spoil each other's pack, which the
	// checksums show.
	temporary := name + ".new"
	f, err := root.Create(temporary)
	if err != nil {
		return fmt.Errorf("create cache: %w", err)
	}
	w := &packWriter{to: bufio.NewWriterSize(f, 1<<16), header: append([]byte(packMagic), version[:]...)}
	err = w.write(w.header)
	if err == nil {
		err = write(w)
	}
	if err == nil {
		err = w.finish()
	}
	if err = errors.Join(err, f.Close()); err != nil {
		// On a full disk it would take the room that others need.
		return fmt.Errorf("write cache: %w", errors.Join(err, root.Remove(temporary)))
	}
	if err := root.Rename(temporary, name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("replace cache: %w", err)
	}
	return nil
}

func (w *packWriter) write(data []byte) error {
	n, err := w.to.Write(data)
	w.offset += uint64(n)
	return err
}

// add writes an entry.
func (w *packWriter) add(k key, data []byte) error {
	w.rows = append(w.rows, k[:]...)
	w.rows = binary.LittleEndian.AppendUint64(w.rows, w.offset)
	w.rows = binary.LittleEndian.AppendUint32(w.rows, uint32(len(data)))
	w.rows = binary.LittleEndian.AppendUint32(w.rows, checksum(data))
	w.count++
	return w.write(data)
}

// finish writes the index and the trailer.
func (w *packWriter) finish() error {
	trailer := binary.LittleEndian.AppendUint64(nil, w.offset)
	trailer = binary.LittleEndian.AppendUint32(trailer, w.count)
	trailer = binary.LittleEndian.AppendUint32(trailer, checksum(w.header, w.rows, trailer))
	return errors.Join(w.write(w.rows), w.write(trailer), w.to.Flush())
}

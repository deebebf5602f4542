package intake_test

import (
	"bytes"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"testing"

	"samenbord/board/intake"
)

// photo is a noisy picture whose left upper corner is red.
func photo(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	seed := uint32(1)
	for y := range h {
		for x := range w {
			seed = seed*1664525 + 1013904223
			c := color.NRGBA{R: uint8(seed >> 24), G: uint8(seed >> 16), B: uint8(seed >> 8), A: 255}
			if x < w/4 && y < h/4 {
				c = color.NRGBA{R: 255, A: 255}
			}
			img.SetNRGBA(x, y, c)
		}
	}
	return img
}

func encoded(t testing.TB, img image.Image, format string) []byte {
	t.Helper()
	var b bytes.Buffer
	var err error
	switch format {
	case "png":
		err = png.Encode(&b, img)
	case "jpeg":
		err = jpeg.Encode(&b, img, nil)
	case "gif":
		err = gif.Encode(&b, img, nil)
	}
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func taken(t *testing.T, file []byte) (intake.Picture, image.Image) {
	t.Helper()
	p, err := intake.ReadPicture(file)
	if err != nil {
		t.Fatal(err)
	}
	img, _, err := image.Decode(bytes.NewReader(p.Data))
	if err != nil {
		t.Fatal(err)
	}
	if img.Bounds().Dx() != p.W || img.Bounds().Dy() != p.H {
		t.Fatalf("%v is said to be %d by %d", img.Bounds(), p.W, p.H)
	}
	return p, img
}

func TestPicturesOfEveryKindComeIn(t *testing.T) {
	for _, format := range []string{"png", "jpeg", "gif"} {
		if p, _ := taken(t, encoded(t, photo(300, 200), format)); p.W != 300 || p.H != 200 {
			t.Errorf("%s came in as %d by %d", format, p.W, p.H)
		}
	}
}

func TestLargePicturesAreKeptNoLargerThanAWallShows(t *testing.T) {
	p, _ := taken(t, encoded(t, photo(4096, 1024), "jpeg"))
	if p.W != intake.MaxPictureSide || p.H != 512 || p.MIME != "image/jpeg" {
		t.Errorf("kept as %d by %d, %s", p.W, p.H, p.MIME)
	}
}

func TestSeeThroughPicturesStaySo(t *testing.T) {
	img := photo(900, 900)
	img.SetNRGBA(5, 5, color.NRGBA{A: 0})
	p, got := taken(t, encoded(t, img, "png"))
	if _, _, _, a := got.At(5, 5).RGBA(); a != 0 || p.MIME != "image/png" {
		t.Errorf("%s with alpha %d", p.MIME, a)
	}
}

func TestTheSameFileIsTheSamePicture(t *testing.T) {
	file := encoded(t, photo(2100, 300), "jpeg")
	a, _ := taken(t, file)
	b, _ := taken(t, file)
	if !bytes.Equal(a.Data, b.Data) {
		t.Error("two pictures of one file differ")
	}
}

// exif puts an orientation, and a place that must not be kept, into a JPEG file.
func exif(file []byte, order binary.ByteOrder, orientation uint16) []byte {
	var tiff bytes.Buffer
	if order == binary.LittleEndian {
		tiff.WriteString("II*\x00")
	} else {
		tiff.WriteString("MM\x00*")
	}
	w := func(v any) { binary.Write(&tiff, order, v) } //nolint:errcheck // memory
	w(uint32(8))
	w(uint16(1))
	w(uint16(0x0112))
	w(uint16(3))
	w(uint32(1))
	w(orientation)
	w(uint16(0))
	w(uint32(0))
	tiff.WriteString("secret place")
	body := append([]byte("Exif\x00\x00"), tiff.Bytes()...)
	head := []byte{0xFF, 0xD8, 0xFF, 0xE1, byte((len(body) + 2) >> 8), byte(len(body) + 2)}
	return append(append(head, body...), file[2:]...)
}

func TestPhotosStandUprightAndForgetWhereTheyWereTaken(t *testing.T) {
	plain := encoded(t, photo(400, 200), "jpeg")
	red := func(img image.Image, x, y int) bool {
		r, g, _, _ := img.At(x, y).RGBA()
		return r > 0xC000 && g < 0x4000
	}
	for orientation, corner := range map[uint16]func(w, h int) (int, int){
		1: func(int, int) (int, int) { return 10, 10 }, 3: func(w, h int) (int, int) { return w - 10, h - 10 },
		6: func(w, _ int) (int, int) { return w - 10, 10 }, 8: func(_, h int) (int, int) { return 10, h - 10 },
		2: func(w, _ int) (int, int) { return w - 10, 10 }, 4: func(_, h int) (int, int) { return 10, h - 10 },
		5: func(int, int) (int, int) { return 10, 10 }, 7: func(w, h int) (int, int) { return w - 10, h - 10 },
	} {
		for _, order := range []binary.ByteOrder{binary.LittleEndian, binary.BigEndian} {
			p, img := taken(t, exif(plain, order, orientation))
			if turned := orientation >= 5; turned != (p.H > p.W) {
				t.Errorf("orientation %d: %d by %d", orientation, p.W, p.H)
			}
			if x, y := corner(p.W, p.H); !red(img, x, y) {
				t.Errorf("orientation %d: the corner is elsewhere", orientation)
			}
			if bytes.Contains(p.Data, []byte("secret")) {
				t.Error("the place was kept")
			}
		}
	}
}

func TestWhatIsNoPictureIsRefused(t *testing.T) {
	whole := encoded(t, photo(200, 200), "png")
	for name, file := range map[string][]byte{"nothing": nil, "text": []byte("een lijst\nmet regels"), "cut": whole[:len(whole)/2]} {
		if _, err := intake.ReadPicture(file); !errors.Is(err, intake.ErrNoPicture) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// bomb is a small file that says it holds a huge picture.
func bomb(t testing.TB) []byte {
	b := encoded(t, image.NewGray(image.Rect(0, 0, 1, 1)), "png")
	binary.BigEndian.PutUint32(b[16:], 100_000)
	binary.BigEndian.PutUint32(b[20:], 100_000)
	binary.BigEndian.PutUint32(b[29:], crc32.ChecksumIEEE(b[12:29]))
	return b
}

func TestHugePicturesAreRefusedBeforeTheyAreUnpacked(t *testing.T) {
	if _, err := intake.ReadPicture(bomb(t)); !errors.Is(err, intake.ErrPictureLarge) {
		t.Error(err)
	}
	if _, err := intake.ReadPicture(make([]byte, intake.MaxPictureFile+1)); !errors.Is(err, intake.ErrPictureLarge) {
		t.Error(err)
	}
}

func FuzzReadPicture(f *testing.F) {
	f.Add(encoded(f, photo(20, 10), "png"))
	f.Add(encoded(f, photo(20, 10), "gif"))
	f.Add(exif(encoded(f, photo(20, 10), "jpeg"), binary.BigEndian, 6))
	f.Add(bomb(f))
	f.Fuzz(func(t *testing.T, file []byte) {
		config, _, err := image.DecodeConfig(bytes.NewReader(file))
		if err == nil && config.Width*config.Height > 1<<20 {
			t.Skip("large pictures only take time")
		}
		p, err := intake.ReadPicture(file)
		if err != nil {
			if !errors.Is(err, intake.ErrNoPicture) && !errors.Is(err, intake.ErrPictureLarge) {
				t.Fatal(err)
			}
			return
		}
		if _, _, err := image.Decode(bytes.NewReader(p.Data)); err != nil || p.W > intake.MaxPictureSide || p.H > intake.MaxPictureSide {
			t.Fatalf("kept as %d by %d: %v", p.W, p.H, err)
		}
	})
}

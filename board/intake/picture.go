package intake

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/draw"
	_ "image/gif" // the formats that a picture may have
	"image/jpeg"
	"image/png"

	_ "golang.org/x/image/bmp"
	scale "golang.org/x/image/draw"
	_ "golang.org/x/image/webp"
)

// Limits of a picture that is brought in, and how large it is kept.
const (
	MaxPictureFile   = 64 << 20  // bytes of the file
	MaxPicturePixels = 100 << 20 // pixels of the picture in it
	MaxPictureSide   = 2048      // pixels of the longer side as it is kept
)

// Errors of pictures that cannot be brought in.
var (
	ErrNoPicture    = errors.New("not a picture")
	ErrPictureLarge = errors.New("picture too large")
)

// Picture is a picture as it is kept in a workshop: not larger than a wall shows, upright, and without what the camera
// wrote beside it, such as the place where it was taken.
type Picture struct {
	Data []byte
	MIME string // "image/png" or "image/jpeg"
	W, H int    // pixels
}

// ReadPicture reads a picture file: PNG, JPEG, GIF (its first picture), WebP or BMP. The same file gives the same picture
// to the byte. Its errors are [ErrNoPicture] and [ErrPictureLarge].
func ReadPicture(file []byte) (Picture, error) {
	if len(file) > MaxPictureFile {
		return Picture{}, fmt.Errorf("%w: %d bytes", ErrPictureLarge, len(file))
	}
	config, format, err := image.DecodeConfig(bytes.NewReader(file))
	if err != nil || config.Width <= 0 || config.Height <= 0 {
		return Picture{}, fmt.Errorf("%w: %w", ErrNoPicture, errors.Join(err))
	}
	if config.Width > MaxPicturePixels/config.Height {
		return Picture{}, fmt.Errorf("%w: %d by %d pixels", ErrPictureLarge, config.Width, config.Height)
	}
	img, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return Picture{}, fmt.Errorf("%w: %w", ErrNoPicture, err)
	}
	out := smaller(img)
	if format == "jpeg" {
		out = upright(out, orientation(file))
	}
	return encode(out)
}

// smaller draws a picture anew, no larger than it is kept.
func smaller(img image.Image) *image.NRGBA {
	r := img.Bounds()
	w, h := r.Dx(), r.Dy()
	if long := max(w, h); long > MaxPictureSide {
		w, h = max(w*MaxPictureSide/long, 1), max(h*MaxPictureSide/long, 1)
	}
	out := image.NewNRGBA(image.Rect(0, 0, w, h))
	if w == r.Dx() && h == r.Dy() {
		draw.Draw(out, out.Rect, img, r.Min, draw.Src)
	} else {
		scale.CatmullRom.Scale(out, out.Rect, img, r, draw.Src, nil)
	}
	return out
}

// encode writes a photo as JPEG and everything that is see-through or small as PNG, which keeps every pixel.
func encode(img *image.NRGBA) (Picture, error) {
	const (
		quality = 88
		small   = 200 << 10
	)
	out := Picture{W: img.Rect.Dx(), H: img.Rect.Dy()}
	var exact bytes.Buffer
	if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&exact, img); err != nil {
		return out, fmt.Errorf("keep picture: %w", err)
	}
	out.Data, out.MIME = exact.Bytes(), "image/png"
	if !img.Opaque() || exact.Len() <= small {
		return out, nil
	}
	var photo bytes.Buffer
	if err := jpeg.Encode(&photo, img, &jpeg.Options{Quality: quality}); err != nil {
		return out, fmt.Errorf("keep picture: %w", err)
	}
	if photo.Len() < exact.Len() {
		out.Data, out.MIME = photo.Bytes(), "image/jpeg"
	}
	return out, nil
}

// upright turns and mirrors a picture as a camera says that it was held (Exif 2.32, 4.6.5.1.6, "Orientation").
func upright(img *image.NRGBA, orientation int) *image.NRGBA {
	if orientation < 2 || orientation > 8 {
		return img
	}
	w, h := img.Rect.Dx(), img.Rect.Dy()
	size := image.Rect(0, 0, w, h)
	if orientation >= 5 {
		size = image.Rect(0, 0, h, w)
	}
	out := image.NewNRGBA(size)
	for y := range h {
		for x := range w {
			to := image.Point{}
			switch orientation {
			case 2:
				to = image.Pt(w-1-x, y)
			case 3:
				to = image.Pt(w-1-x, h-1-y)
			case 4:
				to = image.Pt(x, h-1-y)
			case 5:
				to = image.Pt(y, x)
			case 6:
				to = image.Pt(h-1-y, x)
			case 7:
				to = image.Pt(h-1-y, w-1-x)
			case 8:
				to = image.Pt(y, w-1-x)
			}
			out.SetNRGBA(to.X, to.Y, img.NRGBAAt(x, y))
		}
	}
	return out
}

//! The pages of a report, or of a page beside it, as pictures for a screen: the same layout as the file, drawn by another
//! painter, and the same words in the order a screen reader hears them.
//!
//! Refuses to be the document: nothing is tagged, and what is kept or sent is the PDF. Every page is drawn when it is asked
//! for, so that a long report costs what is looked at.

mod glyph;
mod spoken;

pub use spoken::{Spoken, SpokenKind};

use tiny_skia::{
    Color, FillRule, LineCap, LineJoin, Paint, Path, PathBuilder, Pixmap, Stroke, StrokeDash, Transform,
};

use super::ink::{Ink, Mark, Pen, Step};
use super::page::PageSize;
use super::tags::Piece;
use super::{Laid, lay_out, legible, paint, text};
use crate::sheet::Sheet;
use crate::{Report, ReportError};
use glyph::Outlines;

/// A report laid out for looking at.
pub struct PagePreview {
    size: PageSize,
    laid: Laid,
}

/// A page as a picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// A PNG file, 8 bits of grey.
    pub png: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

/// Widest picture in pixels; an A4 page of this width is 64 MB while it is drawn.
pub const WIDEST: u32 = 3_400;

impl PagePreview {
    /// Lays a report out.
    ///
    /// # Errors
    /// [`ReportError::Font`], which no content is known to cause.
    pub fn of(report: &Report) -> Result<Self, ReportError> {
        let mut setter = text::Setter::new()?;
        let (report, _) = legible::legible(report, &setter);
        Ok(Self { size: PageSize::of(report.paper), laid: lay_out(&report, &mut setter) })
    }

    /// Lays out a page beside the report.
    ///
    /// # Errors
    /// As [`Self::of`].
    pub fn of_sheet(sheet: &Sheet) -> Result<Self, ReportError> {
        let mut setter = text::Setter::new()?;
        let (sheet, _) = legible::legible_sheet(sheet, &setter);
        Ok(Self { size: PageSize::of(sheet.paper), laid: super::sheet::lay_out(&sheet, &mut setter) })
    }

    /// Number of pages, at least 1.
    #[must_use]
    pub fn pages(&self) -> u32 {
        u32::try_from(self.laid.pages).unwrap_or(u32::MAX)
    }

    /// Page `page`, from 1, as a picture `width` pixels wide; the same report gives the same bytes.
    ///
    /// # Errors
    /// [`ReportError::NoSuchPage`]; [`ReportError::Width`] for 0 and above [`WIDEST`].
    pub fn picture(&self, page: u32, width: u32) -> Result<Picture, ReportError> {
        let pieces = self.pieces(page)?;
        if width == 0 || width > WIDEST {
            return Err(ReportError::Width { widest: WIDEST });
        }
        let refused = || ReportError::Width { widest: WIDEST };
        #[allow(clippy::cast_precision_loss, reason = "a width has four digits")]
        let scale = width as f32 / self.size.width;
        let height = super::words::whole((self.size.height * scale).round());
        let mut pixmap = Pixmap::new(width, height).ok_or_else(refused)?;
        pixmap.fill(Color::WHITE);
        let place = Transform::from_translate(self.size.left, self.size.top).post_scale(scale, scale);
        let mut outlines = Outlines::new()?;
        for mark in pieces.iter().flat_map(|piece| &piece.marks) {
            draw(&mut pixmap, mark, place, &mut outlines);
        }
        Ok(Picture { png: grey(&pixmap)?, width, height })
    }

    /// What page `page`, from 1, says, in reading order: headings, paragraphs, cells, and for a drawing the text that stands
    /// for it.
    ///
    /// # Errors
    /// [`ReportError::NoSuchPage`].
    pub fn spoken(&self, page: u32) -> Result<Vec<Spoken>, ReportError> {
        let sheet = self.sheet(page)?;
        Ok(spoken::on_sheet(&self.laid.root, sheet))
    }

    fn pieces(&self, page: u32) -> Result<Vec<&Piece>, ReportError> {
        let sheet = self.sheet(page)?;
        let mut pieces = vec![];
        self.laid.root.iter().for_each(|element| paint::collect(element, &mut pieces));
        pieces.retain(|piece| piece.sheet == sheet);
        Ok(pieces)
    }

    fn sheet(&self, page: u32) -> Result<usize, ReportError> {
        let sheet = page.checked_sub(1).and_then(|sheet| usize::try_from(sheet).ok());
        let pages = self.pages();
        sheet.filter(|_| page <= pages).ok_or(ReportError::NoSuchPage { page, pages })
    }
}

fn draw(pixmap: &mut Pixmap, mark: &Mark, place: Transform, outlines: &mut Outlines) {
    match mark {
        Mark::Text { line, x, y, ink } => {
            let size = line.style.size();
            let mut pen = *x;
            for glyph in &line.glyphs {
                let at = place
                    .pre_translate(pen + glyph.x_offset * size, *y - glyph.y_offset * size)
                    .pre_scale(size, -size);
                if let Some(outline) = outlines.of(line.style, glyph.glyph_id.to_u32()) {
                    pixmap.fill_path(outline, &paint_of(*ink), FillRule::Winding, at, None);
                }
                pen += glyph.x_advance * size;
            }
        }
        Mark::Shape { steps, fill, pen } => {
            let Some(path) = path(steps) else { return };
            if let Some(ink) = fill {
                pixmap.fill_path(&path, &paint_of(*ink), FillRule::Winding, place, None);
            }
            if let Some(pen) = pen {
                pixmap.stroke_path(&path, &paint_of(pen.ink), &stroke(*pen), place, None);
            }
        }
    }
}

fn path(steps: &[Step]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for step in steps {
        match *step {
            Step::Move(x, y) => path.move_to(x, y),
            Step::Line(x, y) => path.line_to(x, y),
            Step::Curve([x1, y1, x2, y2, x, y]) => path.cubic_to(x1, y1, x2, y2, x, y),
            Step::Close => path.close(),
        }
    }
    path.finish()
}

fn paint_of(ink: Ink) -> Paint<'static> {
    let grey = ink.luma();
    let mut paint = Paint::default();
    paint.set_color_rgba8(grey, grey, grey, u8::MAX);
    paint
}

fn stroke(pen: Pen) -> Stroke {
    let line_cap = if pen.dash.is_round() { LineCap::Round } else { LineCap::Butt };
    let dash = pen.dash.pattern().and_then(|lengths| StrokeDash::new(lengths.to_vec(), 0.0));
    Stroke { width: pen.width, line_cap, line_join: LineJoin::Round, dash, ..Stroke::default() }
}

/// A PNG file of one channel; every ink is a grey.
fn grey(pixmap: &Pixmap) -> Result<Vec<u8>, ReportError> {
    let grey: Vec<u8> = pixmap.data().iter().step_by(4).copied().collect();
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixmap.width(), pixmap.height());
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    let mut writer =
        encoder.write_header().map_err(|source| ReportError::Picture { source: Box::new(source) })?;
    writer.write_image_data(&grey).map_err(|source| ReportError::Picture { source: Box::new(source) })?;
    writer.finish().map_err(|source| ReportError::Picture { source: Box::new(source) })?;
    Ok(file)
}

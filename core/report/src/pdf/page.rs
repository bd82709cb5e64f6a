//! The sheet: one content box of 180 × 250 mm on both papers, so both break their pages at the same places.

use crate::document::Paper;

/// Points in `mm` millimetres.
pub(crate) const fn mm(mm: f32) -> f32 {
    mm * 72.0 / 25.4
}

/// Width of the content box.
pub(crate) const WIDTH: f32 = mm(180.0);
/// Height of the content box.
pub(crate) const HEIGHT: f32 = mm(250.0);
/// Height of the header, from the top of the box.
pub(crate) const HEADER: f32 = mm(14.0);
/// Height of the footer, to the bottom of the box.
pub(crate) const FOOTER: f32 = mm(10.0);
/// Height between header and footer.
pub(crate) const BODY: f32 = HEIGHT - HEADER - FOOTER;

/// A paper in points: its size, and where the content box starts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PageSize {
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) left: f32,
    pub(crate) top: f32,
}

impl PageSize {
    pub(crate) const fn of(paper: Paper) -> Self {
        let (width, height, left, top) = match paper {
            Paper::A4 => (210.0, 297.0, 15.0, 23.5),
            Paper::Letter => (215.9, 279.4, 17.95, 14.7),
        };
        Self { width: mm(width), height: mm(height), left: mm(left), top: mm(top) }
    }
}

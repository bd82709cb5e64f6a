//! Outlines of glyphs as paths, one em high, each read from its font once a page.

use std::collections::HashMap;

use skrifa::outline::{DrawSettings, OutlineGlyphCollection, OutlinePen};
use skrifa::prelude::{LocationRef, Size};
use skrifa::{FontRef, GlyphId, MetadataProvider};
use tiny_skia::{Path, PathBuilder};

use crate::ReportError;
use crate::pdf::text::{REGULAR, SEMIBOLD, Style};

/// The glyphs of the two fonts.
pub(super) struct Outlines {
    fonts: [Outlined; 2],
    known: HashMap<(bool, u32), Option<Path>>,
}

struct Outlined {
    glyphs: OutlineGlyphCollection<'static>,
    em: f32,
}

impl Outlines {
    pub(super) fn new() -> Result<Self, ReportError> {
        let font = |data: &'static [u8]| -> Result<Outlined, ReportError> {
            let font = FontRef::new(data).map_err(|_| ReportError::Font)?;
            let em = font.metrics(Size::unscaled(), LocationRef::default()).units_per_em;
            Ok(Outlined { glyphs: font.outline_glyphs(), em: f32::from(em) })
        };
        Ok(Self { fonts: [font(REGULAR)?, font(SEMIBOLD)?], known: HashMap::new() })
    }

    /// The outline of a glyph, an em high, y upwards; none for a space.
    pub(super) fn of(&mut self, style: Style, glyph: u32) -> Option<&Path> {
        let [regular, semibold] = &self.fonts;
        let font = if style.is_bold() { semibold } else { regular };
        self.known.entry((style.is_bold(), glyph)).or_insert_with(|| font.outline(glyph)).as_ref()
    }
}

impl Outlined {
    fn outline(&self, glyph: u32) -> Option<Path> {
        let mut path = Building { path: PathBuilder::new(), em: self.em };
        let settings = DrawSettings::unhinted(Size::unscaled(), LocationRef::default());
        self.glyphs.get(GlyphId::new(glyph))?.draw(settings, &mut path).ok()?;
        path.path.finish()
    }
}

struct Building {
    path: PathBuilder,
    em: f32,
}

impl OutlinePen for Building {
    fn move_to(&mut self, x: f32, y: f32) {
        self.path.move_to(x / self.em, y / self.em);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.path.line_to(x / self.em, y / self.em);
    }

    fn quad_to(&mut self, cx: f32, cy: f32, x: f32, y: f32) {
        self.path.quad_to(cx / self.em, cy / self.em, x / self.em, y / self.em);
    }

    fn curve_to(&mut self, ax: f32, ay: f32, bx: f32, by: f32, x: f32, y: f32) {
        let em = self.em;
        self.path.cubic_to(ax / em, ay / em, bx / em, by / em, x / em, y / em);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

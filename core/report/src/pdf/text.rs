//! Setting text: words into lines of a given width, in one family and two weights.
//!
//! Line height comes from the style, not from the font, so heights can be planned. Figures in columns are tabular.

use super::ink::{Ink, Mark};
use crate::ReportError;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use parley::fontique::{Blob, CharmapIndex, Collection, CollectionOptions, FontInfoOverride, SourceCache};
use parley::style::{FontFamily, FontFeatures, OverflowWrap, StyleProperty};
use parley::{FontContext, LayoutContext};
use std::collections::HashMap;
use std::sync::Arc;

pub(crate) static REGULAR: &[u8] = include_bytes!("../../fonts/Inter-Regular.ttf");
pub(crate) static SEMIBOLD: &[u8] = include_bytes!("../../fonts/Inter-SemiBold.ttf");

/// Height above the base line over the size, from the font.
pub(crate) const ASCENT: f32 = 0.968_75;
/// Depth below the base line over the size, from the font.
pub(crate) const DESCENT: f32 = 0.241_21;

/// The kinds of text on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Style {
    /// 12 pt, semi-bold.
    Heading,
    /// 9.5 pt.
    Body,
    /// 9.5 pt, semi-bold.
    Strong,
    /// 9.5 pt with figures of one width, for columns. Elsewhere they would tear "PHQ-9" and dates apart.
    Figures,
    /// 8 pt.
    Caption,
    /// 8 pt, semi-bold.
    CaptionStrong,
}

impl Style {
    /// Size in points.
    pub(crate) const fn size(self) -> f32 {
        match self {
            Self::Heading => 12.0,
            Self::Body | Self::Strong | Self::Figures => 9.5,
            Self::Caption | Self::CaptionStrong => 8.0,
        }
    }

    /// Distance between base lines in points.
    pub(crate) const fn pitch(self) -> f32 {
        match self {
            Self::Heading => 14.2,
            Self::Body | Self::Strong | Self::Figures => 11.75,
            Self::Caption | Self::CaptionStrong => 10.0,
        }
    }

    /// From the top of a line to its base line.
    pub(crate) const fn drop(self) -> f32 {
        (self.pitch() - self.size() * (ASCENT + DESCENT)) / 2.0 + self.size() * ASCENT
    }

    pub(crate) const fn is_bold(self) -> bool {
        matches!(self, Self::Heading | Self::Strong | Self::CaptionStrong)
    }
}

/// One line of set text.
#[derive(Clone, Debug)]
pub(crate) struct Line {
    pub(crate) text: String,
    pub(crate) glyphs: Vec<KrillaGlyph>,
    pub(crate) style: Style,
    /// Width without the space at its end.
    pub(crate) width: f32,
}

/// Lines of set text.
#[derive(Clone, Debug)]
pub(crate) struct Setting {
    pub(crate) lines: Vec<Line>,
    pub(crate) style: Style,
    /// Whether words were left out.
    pub(crate) cut: bool,
}

impl Setting {
    pub(crate) fn height(&self) -> f32 {
        self.lines.iter().map(|_| self.style.pitch()).sum()
    }

    /// Marks with the first line's top at `y`, flush left at `x`.
    pub(crate) fn marks(self, x: f32, y: f32, ink: Ink) -> Vec<Mark> {
        let style = self.style;
        let mut top = y;
        let mut marks = Vec::with_capacity(self.lines.len());
        for line in self.lines {
            marks.push(Mark::Text { line, x, y: top + style.drop(), ink });
            top += style.pitch();
        }
        marks
    }
}

/// Sets text; holds the two fonts.
pub(crate) struct Setter {
    fonts: FontContext,
    layouts: LayoutContext<()>,
    regular: Font,
    semibold: Font,
    charmap: CharmapIndex,
    /// What was set before: every block is measured before it is built, and charts share their words. Only looked up,
    /// so its order is nobody's.
    known: HashMap<(Style, u32, String), Vec<Line>>,
}

impl Setter {
    pub(crate) fn new() -> Result<Self, ReportError> {
        let options = CollectionOptions { shared: false, system_fonts: false };
        let mut fonts =
            FontContext { collection: Collection::new(options), source_cache: SourceCache::default() };
        let mut charmap = None;
        for (name, data) in [("regular", REGULAR), ("semibold", SEMIBOLD)] {
            let name = FontInfoOverride { family_name: Some(name), ..FontInfoOverride::default() };
            let families = fonts.collection.register_fonts(Blob::new(Arc::new(data)), Some(name));
            let info = families.first().and_then(|(_, infos)| infos.first()).ok_or(ReportError::Font)?;
            charmap = charmap.or(Some(info.charmap_index()));
        }
        Ok(Self {
            fonts,
            layouts: LayoutContext::new(),
            regular: Font::new(REGULAR.into(), 0).ok_or(ReportError::Font)?,
            semibold: Font::new(SEMIBOLD.into(), 0).ok_or(ReportError::Font)?,
            charmap: charmap.ok_or(ReportError::Font)?,
            known: HashMap::new(),
        })
    }

    /// The font a style is set in.
    pub(crate) fn font(&self, style: Style) -> &Font {
        if style.is_bold() { &self.semibold } else { &self.regular }
    }

    /// Whether both fonts have the character (they hold the same set).
    pub(crate) fn covers(&self, c: char) -> bool {
        self.charmap.charmap(REGULAR).and_then(|map| map.map(c)).is_some_and(|glyph| glyph != 0)
    }

    /// Sets one paragraph in lines of at most `width`; words that are too long break anywhere.
    pub(crate) fn set(&mut self, text: &str, style: Style, width: f32) -> Setting {
        let key = (style, width.to_bits(), text.to_owned());
        if let Some(lines) = self.known.get(&key) {
            return Setting { lines: lines.clone(), style, cut: false };
        }
        let mut lines = vec![];
        for part in text.split('\n').filter(|part| !part.trim().is_empty()) {
            self.set_part(part.trim(), style, width, &mut lines);
        }
        self.known.insert(key, lines.clone());
        Setting { lines, style, cut: false }
    }

    /// Sets one paragraph in at most `most` lines; the last one ends in "…" if words are left out.
    pub(crate) fn set_at_most(&mut self, text: &str, style: Style, width: f32, most: usize) -> Setting {
        // No line holds more characters than its width in points; shaping a page for one line would be waste.
        let enough = most.saturating_mul(usize::try_from(super::words::whole(width)).unwrap_or(0)).max(1);
        let head: String = text.chars().take(enough).collect();
        let shortened = head.len() < text.len();
        let mut full = self.set(&head, style, width);
        if full.lines.len() <= most && !shortened {
            return full;
        }
        let mut kept: Vec<Line> = full.lines.drain(..full.lines.len().min(most)).collect();
        if let Some(last) = kept.pop() {
            kept.push(self.ellipsis(last, width));
        }
        Setting { lines: kept, style, cut: true }
    }

    /// One line, cut with "…" if need be; `None` without text or room.
    pub(crate) fn one(&mut self, text: &str, style: Style, width: f32) -> Option<Line> {
        // Not even "…" would fit.
        if width < style.size() {
            return None;
        }
        self.set_at_most(text, style, width, 1).lines.into_iter().next()
    }

    /// The longest start of a line that fits with "…" after it.
    fn ellipsis(&mut self, last: Line, width: f32) -> Line {
        let ends: Vec<usize> = last.text.char_indices().map(|(at, _)| at).collect();
        let (mut fits, mut low, mut too_long) = (None, 0, ends.len());
        let mut step = 1;
        while low < too_long {
            // The line is about full, so a few characters make room: from the end in growing steps, then between two.
            let middle =
                if fits.is_none() { too_long.saturating_sub(step) } else { usize::midpoint(low, too_long) };
            step *= 2;
            let start = ends.get(middle).and_then(|end| last.text.get(..*end)).unwrap_or_default();
            let mut set = self.set(&format!("{}…", start.trim_end()), last.style, width);
            if set.lines.len() == 1 {
                fits = set.lines.pop();
                low = middle + 1;
            } else {
                too_long = middle;
            }
        }
        fits.unwrap_or(last)
    }

    fn set_part(&mut self, text: &str, style: Style, width: f32, out: &mut Vec<Line>) {
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, text, 1.0, false);
        let family = if style.is_bold() { "semibold" } else { "regular" };
        builder.push_default(StyleProperty::FontFamily(FontFamily::named(family)));
        builder.push_default(StyleProperty::FontSize(style.size()));
        if style == Style::Figures {
            builder.push_default(StyleProperty::FontFeatures(FontFeatures::from("\"tnum\" 1")));
        }
        builder.push_default(StyleProperty::OverflowWrap(OverflowWrap::Anywhere));
        let mut layout = builder.build(text);
        layout.break_all_lines(Some(width));
        for line in layout.lines() {
            let start = line.text_range().start;
            let mut glyphs = vec![];
            for run in line.runs() {
                for cluster in run.visual_clusters() {
                    let range = cluster.text_range();
                    let range = range.start.saturating_sub(start)..range.end.saturating_sub(start);
                    // Marks of direction have done their work. In the file each would be a piece of text of its own, at
                    // which some readers stop.
                    if text.get(cluster.text_range()).is_some_and(|seen| seen.chars().all(is_direction)) {
                        continue;
                    }
                    for glyph in cluster.glyphs() {
                        let size = style.size();
                        glyphs.push(KrillaGlyph::new(
                            GlyphId::new(glyph.id),
                            glyph.advance / size,
                            glyph.x / size,
                            glyph.y / size,
                            0.0,
                            range.clone(),
                            None,
                        ));
                    }
                }
            }
            let metrics = line.metrics();
            if let Some(slice) = text.get(line.text_range())
                && !glyphs.is_empty()
            {
                let width = metrics.advance - metrics.hanging_advance;
                out.push(Line { text: slice.to_owned(), glyphs, style, width });
            }
        }
    }
}

/// Marks that only say in which direction the text around them runs.
const fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

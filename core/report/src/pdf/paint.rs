//! Hands the finished layout to the PDF engine: pages first, then the tag tree with the identifiers they gave.

use super::ink::{Ink, Mark, Pen, Step};
use super::page::PageSize;
use super::tags::{Child, Element, Kind, Piece, Role};
use super::text::Setter;
use super::{Laid, words};
use crate::ReportError;
use crate::document::Paper;
use chrono::{Datelike, NaiveDate};
use krilla::color::luma;
use krilla::configure::{Accessibility, Archival, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{Path, PathBuilder, Point, Transform};
use krilla::metadata::{DateTime, Metadata};
use krilla::num::NormalizedF32;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, LineJoin, Stroke, StrokeDash};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Node, SpanTag, TableHeaderScope, Tag,
    TagGroup, TagKind, TagTree,
};
use krilla::{Document, SerializeSettings};
use std::num::{NonZeroU16, NonZeroU32};

/// Longest text of a tag; PDF/A-2 ends strings at 32,767 bytes and UTF-16 takes two to four a character.
const LONGEST_TAG: usize = 8_000;

/// What the file says about itself; it holds no name.
pub(crate) struct About<'a> {
    pub(crate) paper: Paper,
    pub(crate) title: &'a str,
    pub(crate) document_id: &'a str,
    pub(crate) made_on: NaiveDate,
}

pub(crate) fn paint(about: &About<'_>, laid: &Laid, setter: &Setter) -> Result<Vec<u8>, ReportError> {
    let configuration = ConfigurationBuilder::new()
        .with_archival_validator(Archival::A2_A)
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .map_err(|_| ReportError::Setup)?;
    let settings = SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    let size = PageSize::of(about.paper);

    let mut pieces = vec![];
    laid.root.iter().for_each(|element| collect(element, &mut pieces));
    let mut identifiers: Vec<Option<Identifier>> = vec![None; pieces.len()];
    for sheet in 0..laid.pages {
        let page = PageSettings::from_wh(size.width, size.height).ok_or(ReportError::Setup)?;
        let mut page = document.start_page_with(page);
        let mut surface = page.surface();
        surface.push_transform(&Transform::from_translate(size.left, size.top));
        for (piece, slot) in pieces.iter().zip(&mut identifiers).filter(|(piece, _)| piece.sheet == sheet) {
            let identifier = surface.start_tagged(content_tag(piece.kind));
            piece.marks.iter().for_each(|mark| draw(&mut surface, mark, setter));
            surface.end_tagged();
            *slot = (piece.kind == Kind::Content).then_some(identifier);
        }
        surface.pop();
        surface.finish();
        page.finish();
    }

    let mut slots = identifiers.into_iter();
    let mut tree = TagTree::new().with_lang(Some("en".to_owned()));
    for element in &laid.root {
        for node in nodes(element, &mut slots) {
            tree.push(node);
        }
    }
    document.set_tag_tree(tree);
    document.set_outline(outline(laid, size));
    document.set_metadata(metadata(about));
    document.finish().map_err(|source| ReportError::Pdf { source })
}

/// Pieces in the order of the tree, which is also their order on the page.
pub(super) fn collect<'a>(element: &'a Element, pieces: &mut Vec<&'a Piece>) {
    for child in &element.children {
        match child {
            Child::Element(element) => collect(element, pieces),
            Child::Piece(piece) => pieces.push(piece),
        }
    }
}

/// The nodes of an element; a bare element gives its children. Consumes one slot per piece, as `collect` made them.
fn nodes(element: &Element, slots: &mut impl Iterator<Item = Option<Identifier>>) -> Vec<Node> {
    let mut children = vec![];
    for child in &element.children {
        match child {
            Child::Element(element) => children.extend(nodes(element, slots)),
            Child::Piece(_) => children.extend(slots.next().flatten().map(Node::from)),
        }
    }
    match tag(&element.role) {
        None => children,
        Some(_) if children.is_empty() => vec![],
        Some(tag) => vec![Node::from(TagGroup::with_children(tag, children))],
    }
}

fn tag(role: &Role) -> Option<TagKind> {
    Some(match role {
        Role::Bare => return None,
        Role::Section => Tag::Section.into(),
        Role::Heading { level, title } => {
            Tag::Hn(NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN), Some(short(title))).into()
        }
        Role::Paragraph => Tag::P.into(),
        Role::List => Tag::L(ListNumbering::None).into(),
        Role::Item => Tag::LI.into(),
        Role::ItemBody => Tag::LBody.into(),
        Role::Figure { alt } => Tag::Figure(Some(short(alt))).into(),
        Role::Caption => Tag::Caption.into(),
        Role::Table => Tag::Table.into(),
        Role::TableHead => Tag::THead.into(),
        Role::TableBody => Tag::TBody.into(),
        Role::Row => Tag::TR.into(),
        Role::ColumnHeader { span } => Tag::TH(TableHeaderScope::Column)
            .with_col_span(NonZeroU32::new(*span).filter(|s| s.get() > 1))
            .into(),
        Role::RowHeader => Tag::TH(TableHeaderScope::Row).into(),
        Role::Cell => Tag::TD.into(),
    })
}

fn short(text: &str) -> String {
    let mut short: String = text.chars().take(LONGEST_TAG).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

fn content_tag(kind: Kind) -> ContentTag<'static> {
    let artifact = |kind| ContentTag::Artifact(Artifact::with_kind(kind));
    match kind {
        Kind::Content => ContentTag::Span(SpanTag::empty()),
        Kind::Decoration => artifact(ArtifactType::Layout),
        Kind::Repeated => artifact(ArtifactType::PaginationOther),
        Kind::PageHeader => artifact(ArtifactType::Header),
        Kind::PageFooter => artifact(ArtifactType::Footer),
    }
}

fn outline(laid: &Laid, size: PageSize) -> Outline {
    let mut outline = Outline::new();
    for entry in &laid.outline {
        let at = Point::from_xy(size.left, size.top + entry.y);
        outline.push_child(OutlineNode::new(short(&entry.title), XyzDestination::new(entry.sheet, at)));
    }
    outline
}

fn metadata(about: &About<'_>) -> Metadata {
    let made = about.made_on;
    let part = |n: u32| u8::try_from(n).unwrap_or(1);
    let date = DateTime::new(u16::try_from(made.year()).unwrap_or(0))
        .month(part(made.month()))
        .day(part(made.day()));
    // UA-1 refuses an empty title.
    let title = if about.title.is_empty() { &words::period_and_data() } else { about.title };
    Metadata::new()
        .title(short(title))
        .language("en".to_owned())
        .creator("Tidemark".to_owned())
        .document_id(short(about.document_id))
        .creation_date(date.hour(0).minute(0).second(0).utc_offset_hour(0).utc_offset_minute(0))
}

fn draw(surface: &mut Surface<'_>, mark: &Mark, setter: &Setter) {
    match mark {
        Mark::Text { line, x, y, ink } => {
            surface.set_stroke(None);
            surface.set_fill(Some(fill(*ink)));
            let font = setter.font(line.style).clone();
            let size = line.style.size();
            surface.draw_glyphs(Point::from_xy(*x, *y), &line.glyphs, font, &line.text, size, false);
        }
        Mark::Shape { steps, fill: inside, pen } => {
            let Some(path) = path(steps) else { return };
            surface.set_fill(inside.map(fill));
            surface.set_stroke(pen.map(stroke));
            surface.draw_path(&path);
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

fn color(ink: Ink) -> luma::Color {
    luma::Color::new(ink.luma())
}

fn fill(ink: Ink) -> Fill {
    Fill { paint: color(ink).into(), opacity: NormalizedF32::ONE, rule: FillRule::NonZero }
}

fn stroke(pen: Pen) -> Stroke {
    let line_cap = if pen.dash.is_round() { LineCap::Round } else { LineCap::Butt };
    let dash = pen.dash.pattern().map(|array| StrokeDash { array: array.to_vec(), offset: 0.0 });
    let (width, paint) = (pen.width, color(pen.ink).into());
    Stroke { paint, width, line_cap, line_join: LineJoin::Round, dash, ..Stroke::default() }
}

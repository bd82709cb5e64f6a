//! A sheet beside the report as a PDF of the same engine: one page, then the reverse, then what had no room.
//!
//! Type never shrinks. When a page is too full, the longest texts give way first, line by line, with "…" and a note beside the
//! heading; every part that was shortened follows in full on a later page. Boxed parts give way last.

mod body;
mod part;
#[cfg(test)]
mod tests;

use super::block::{Block, LeftOver};
use super::flow::{Entry, Flow};
use super::frame::{self, BODY_TOP, Frame};
use super::page::{BODY, mm};
use super::tags::Element;
use super::text::Setter;
use super::{Laid, PdfFile, legible, paint};
use crate::ReportError;
use crate::document::Section;
use crate::sheet::{self, Part, Sheet};

/// Returns the sheet as a PDF; the same sheet gives the same bytes.
///
/// # Errors
/// [`ReportError`] if the engine refuses the layout, which no content is known to cause.
pub fn sheet_pdf(sheet: &Sheet) -> Result<PdfFile, ReportError> {
    let mut setter = Setter::new()?;
    let (sheet, replaced) = legible::legible_sheet(sheet, &setter);
    let laid = lay_out(&sheet, &mut setter);
    let id = sheet.id();
    let about = paint::About {
        paper: sheet.paper,
        title: &sheet.title,
        document_id: &id,
        made_on: sheet.made_on.date(),
    };
    let bytes = paint::paint(&about, &laid, &setter)?;
    Ok(PdfFile { bytes, replaced, pages: u32::try_from(laid.pages).unwrap_or(u32::MAX) })
}

pub(super) fn lay_out(sheet: &Sheet, setter: &mut Setter) -> Laid {
    let front = page(&sheet.front, 0, setter);
    let back = (!sheet.back.is_empty()).then(|| page(&sheet.back, 1, setter));
    let mut later = Flow::new(if back.is_some() { 2 } else { 1 });
    later.continued(setter, &front.left_over, &[]);
    if let Some(back) = &back {
        later.continued(setter, &back.left_over, &[]);
    }
    let (elements, entries, pages) = later.finish();
    let frame = Frame::of_sheet(sheet);
    let mut root = vec![frame::head(&frame, setter, pages)];
    root.extend(front.elements);
    root.push(frame::foot(&frame, setter));
    let mut outline = front.outline;
    if let Some(back) = back {
        root.extend(back.elements);
        outline.extend(back.outline);
    }
    root.extend(elements);
    root.push(frame::repeated(&frame, setter, pages));
    outline.extend(entries);
    Laid { root, outline, pages }
}

/// One page of parts.
struct Page {
    elements: Vec<Element>,
    outline: Vec<Entry>,
    left_over: Vec<LeftOver>,
}

/// Most lines of one text, from all to one; [`PICTURES`] is all of them, and the outline of a body beside.
const LIMITS: [usize; 18] = [PICTURES, PICTURES - 1, 40, 30, 24, 20, 16, 14, 12, 10, 8, 7, 6, 5, 4, 3, 2, 1];
/// Room for everything.
const PICTURES: usize = usize::MAX;
const LEAST_GAP: f32 = mm(1.2);
const MOST_GAP: f32 = mm(3.4);

fn page(parts: &[Part], sheet: usize, setter: &mut Setter) -> Page {
    let gaps = f32::from(u8::try_from(parts.len().saturating_sub(1)).unwrap_or(u8::MAX));
    let mut blocks: Vec<Block> = vec![];
    for limit in LIMITS {
        blocks = parts.iter().map(|part| part::build(part, limit, setter)).collect();
        if height(&blocks) + gaps * LEAST_GAP <= BODY {
            break;
        }
    }
    let gap = if gaps > 0.0 { ((BODY - height(&blocks)) / gaps).clamp(LEAST_GAP, MOST_GAP) } else { 0.0 };
    let mut page = Page { elements: vec![], outline: vec![], left_over: vec![] };
    let mut y = BODY_TOP;
    for (part, mut block) in parts.iter().zip(blocks) {
        if y + block.height > BODY_TOP + BODY + 0.01 {
            // Not even shortened: the whole part follows.
            page.left_over.push(LeftOver::Text(in_full(part)));
            continue;
        }
        block.element.place(sheet, 0.0, y);
        page.outline.push(Entry { title: part.heading.clone(), sheet, y });
        page.elements.push(block.element);
        page.left_over.extend(block.left_over);
        y += block.height + gap;
    }
    page
}

fn height(blocks: &[Block]) -> f32 {
    blocks.iter().map(|block| block.height).sum()
}

/// A part as heading and paragraphs, nothing left out.
fn in_full(part: &Part) -> Section {
    let mut paragraphs = vec![];
    for block in &part.blocks {
        match block {
            sheet::Block::Text(text) => paragraphs.push(text.clone()),
            sheet::Block::Row { label, texts } => match texts.as_slice() {
                [text] => paragraphs.push(format!("{label}: {text}")),
                texts => {
                    paragraphs.push(format!("{label}:"));
                    paragraphs.extend(texts.iter().map(|text| format!("· {text}")));
                }
            },
            sheet::Block::Ask { question, known } => {
                let known = known.as_ref().map_or(String::new(), |known| format!(" ({known})"));
                paragraphs.push(format!("{question}{known}"));
            }
            // The rows before it say the same.
            sheet::Block::Body { .. } => {}
            sheet::Block::Sign(lines) => {
                paragraphs.extend(lines.iter().map(|line| format!("{line}: ________")));
            }
        }
    }
    Section { heading: part.heading.clone(), paragraphs }
}

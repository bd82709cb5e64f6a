//! The outline of a body, front and back, with the areas to work on and to leave out. A picture beside the list, which says
//! the same and comes first; it has no face, no sex and no posture of its own.
//!
//! Limbs are drawn as broad round lines in black, then narrower in white over them: what stays is one outline.

use tidemark_model::{Area, Region, Side};

use super::super::ink::{Dash, Ink, Mark, Pen, circle, line, polygon, polyline};
use super::super::page::mm;
use super::super::tags::{Element, Kind, Role};
use super::super::text::{Setter, Style};
use super::super::words;

/// Height of the figures with what stands under them.
pub(super) const HEIGHT: f32 = FIGURE + Style::Caption.pitch() + mm(0.6);
/// Width of both figures.
pub(super) const WIDTH: f32 = 2.0 * APART;
const FIGURE: f32 = mm(46.0);
const APART: f32 = mm(28.0);
const EDGE: f32 = mm(0.3);

/// Half a body from its middle, in millimetres: broad lines with their widths.
const LIMBS: [(&[(f32, f32)], f32); 4] = [
    (&[(0.0, 4.2), (0.0, 9.5)], 3.0),
    (&[(5.6, 11.8), (8.2, 19.5), (9.6, 27.0), (10.2, 29.5)], 3.0),
    (&[(2.7, 24.0), (2.9, 33.5), (3.0, 42.5)], 4.4),
    (&[(3.0, 43.0), (4.4, 43.9)], 2.8),
];
const TRUNK: [(f32, f32); 4] = [(-4.6, 11.4), (4.6, 11.4), (3.6, 24.0), (-3.6, 24.0)];
const HEAD: (f32, f32, f32) = (0.0, 4.0, 3.4);

/// Seen from where.
#[derive(Clone, Copy, PartialEq, Eq)]
enum View {
    Front,
    Back,
}

/// The figures with their marks, top left at (`left`, `top`); `said` is what the picture shows, in words.
pub(super) fn figures(
    (left, top): (f32, f32),
    (focus, avoid): (&[Area], &[Area]),
    said: String,
    setter: &mut Setter,
) -> Element {
    let mut marks = vec![];
    for (view, caption, at) in
        [(View::Front, words::front(), 0.5 * APART), (View::Back, words::back(), 1.5 * APART)]
    {
        let middle = left + at;
        silhouette(&mut marks, middle, top);
        for area in focus {
            for (x, y) in places(*area, view) {
                marks.push(circle(middle + mm(x), top + mm(y), mm(1.3), Ink::Black, None));
            }
        }
        for area in avoid {
            for (x, y) in places(*area, view) {
                cross(&mut marks, middle + mm(x), top + mm(y));
            }
        }
        if let Some(line) = setter.one(&caption, Style::Caption, APART) {
            let (x, y) = (middle - line.width / 2.0, top + FIGURE + Style::Caption.drop());
            marks.push(Mark::Text { line, x, y, ink: Ink::Grey });
        }
    }
    let mut figure = Element::new(Role::Figure { alt: said });
    figure.piece(Kind::Content, marks);
    figure
}

fn silhouette(marks: &mut Vec<Mark>, middle: f32, top: f32) {
    let at = |side: f32, (x, y): (f32, f32)| (middle + mm(side * x), top + mm(y));
    for (ink, less) in [(Ink::Black, 0.0), (Ink::White, 2.0 * EDGE)] {
        let pen = |width: f32| Pen { ink, width: mm(width) - less, dash: Dash::Round };
        for side in [-1.0, 1.0] {
            for (points, width) in LIMBS {
                let points: Vec<(f32, f32)> = points.iter().map(|point| at(side, *point)).collect();
                // Every joint is a round end of its own, so that no corner shows.
                for pair in points.windows(2) {
                    marks.push(polyline(pair, pen(width)));
                }
            }
        }
        let trunk: Vec<(f32, f32)> = TRUNK.iter().map(|point| at(1.0, *point)).collect();
        marks.push(polygon(&trunk, ink));
        for (a, b) in trunk.iter().zip(trunk.iter().cycle().skip(1)) {
            marks.push(polyline(&[*a, *b], pen(2.4)));
        }
        let (x, y, r) = HEAD;
        marks.push(circle(middle + mm(x), top + mm(y), mm(r) - less / 2.0, ink, None));
    }
}

/// A cross on white, so that it is seen on the outline.
fn cross(marks: &mut Vec<Mark>, x: f32, y: f32) {
    let arm = mm(1.15);
    marks.push(circle(x, y, mm(1.6), Ink::White, Some(Pen::solid(Ink::Black, mm(0.2)))));
    let pen = Pen::solid(Ink::Black, mm(0.45));
    marks.push(line((x - arm, y - arm), (x + arm, y + arm), pen));
    marks.push(line((x - arm, y + arm), (x + arm, y - arm), pen));
}

/// Where an area lies in a view, in millimetres from the middle of the figure and from its top.
fn places(area: Area, view: View) -> Vec<(f32, f32)> {
    let (of, x, y) = match area.region {
        Region::HeadFace => (View::Front, 0.0, 2.8),
        Region::Jaw => (View::Front, 1.5, 6.0),
        Region::Neck => (View::Back, 0.9, 8.8),
        Region::Shoulder => (View::Back, 5.4, 11.6),
        Region::UpperBack => (View::Back, 2.4, 14.4),
        Region::LowerBack => (View::Back, 2.1, 20.6),
        Region::Chest => (View::Front, 2.4, 14.0),
        Region::Abdomen => (View::Front, 1.5, 20.2),
        Region::Hip => (View::Front, 3.9, 24.2),
        Region::Arm => (View::Front, 8.0, 19.0),
        Region::Hand => (View::Front, 10.1, 29.2),
        Region::Thigh => (View::Front, 2.8, 29.6),
        Region::LowerLeg => (View::Back, 3.0, 37.0),
        Region::Foot => (View::Front, 3.6, 43.4),
    };
    if of != view {
        return vec![];
    }
    // From the front, the person's left is at the right.
    let left = if view == View::Front { x } else { -x };
    match area.side {
        // What lies on the middle has one mark.
        Side::Both if x < 1.6 => vec![(0.0, y)],
        Side::Both => vec![(left, y), (-left, y)],
        Side::Left => vec![(left, y)],
        Side::Right => vec![(-left, y)],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(text: &str) -> Area {
        text.parse().unwrap()
    }

    #[test]
    fn every_region_is_marked_in_one_of_the_views() {
        for region in Region::ALL {
            let area = Area { region: *region, ..area("focus:neck:both") };
            let [front, back] = [View::Front, View::Back].map(|view| places(area, view).is_empty());
            assert_ne!(front, back, "{}", region.code());
        }
    }

    #[test]
    fn the_persons_left_is_at_the_right_from_the_front_and_at_the_left_from_behind() {
        assert!(places(area("avoid:arm:left"), View::Front)[0].0 > 0.0);
        assert!(places(area("avoid:arm:right"), View::Front)[0].0 < 0.0);
        assert!(places(area("focus:shoulder:left"), View::Back)[0].0 < 0.0);
        assert!(places(area("focus:shoulder:right"), View::Back)[0].0 > 0.0);
        assert_eq!(places(area("focus:shoulder:both"), View::Back).len(), 2);
        assert!(places(area("focus:shoulder:both"), View::Front).is_empty());
    }

    #[test]
    fn no_mark_leaves_the_figures() {
        for region in Region::ALL {
            for side in ["left", "right", "both"] {
                let area = area(&format!("focus:{}:{side}", region.code()));
                for view in [View::Front, View::Back] {
                    for (x, y) in places(area, view) {
                        assert!(mm(x.abs() + 1.7) < APART / 2.0 && mm(y + 1.7) < FIGURE, "{}", region.code());
                    }
                }
            }
        }
    }
}

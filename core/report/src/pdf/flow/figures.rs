//! Figures of the later pages: lanes that break between two of them, charts of totals in two columns.

use super::{BOTTOM, Flow};
use crate::document::{Timeline, TotalsChart};
use crate::pdf::page::{WIDTH, mm};
use crate::pdf::tags::{Child, Element};
use crate::pdf::text::{Setter, Style};
use crate::pdf::{calendar, chart, timeline, totals};

impl Flow {
    /// Lanes with their axis at the foot of each page they stand on; the legend comes first.
    pub(crate) fn timeline(&mut self, setter: &mut Setter, lanes: &Timeline, element: &mut Element) {
        if let Some((mut legend, lines)) = timeline::legend(setter, lanes, (0.0, WIDTH), 0.0) {
            let height = f32::from(lines) * Style::Caption.pitch();
            let y = self.take(height + mm(0.8), height + mm(40.0));
            legend.place(self.sheet, 0.0, y);
            element.push(legend);
        }
        let mut rest = timeline::lanes(setter, lanes).into_iter().peekable();
        while let Some(first) = rest.peek() {
            let top = self.take(0.0, first.height + calendar::HEIGHT);
            let mut y = top;
            let mut drawn = vec![];
            while let Some(lane) =
                rest.next_if(|lane| drawn.is_empty() || y + lane.height + calendar::HEIGHT <= BOTTOM)
            {
                let mut figure = lane.element;
                figure.place(self.sheet, 0.0, y);
                drawn.push(Child::Element(figure));
                y += lane.height;
            }
            let mut axis = timeline::axis(setter, lanes, top, y);
            axis.place(self.sheet, 0.0, 0.0);
            element.push(axis);
            element.children.extend(drawn);
            self.take(y - top + calendar::HEIGHT, 0.0);
        }
        self.space(mm(4.0));
    }

    /// Charts of totals, two beside each other.
    pub(crate) fn totals(&mut self, setter: &mut Setter, charts: &[TotalsChart], element: &mut Element) {
        for pair in charts.chunks(2) {
            let height = totals::height(setter, pair);
            let y = self.take(height + mm(4.0), height);
            for (one, x) in pair.iter().zip([0.0, WIDTH - chart::WIDTH]) {
                let mut figure = totals::chart(setter, one);
                figure.place(self.sheet, x, y);
                element.push(figure);
            }
        }
    }
}

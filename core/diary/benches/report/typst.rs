//! A report as Typst source: the same words, tables, marks and fonts, laid out as its author would write it.
//!
//! Left out, so that Typst has less to do: hatching, the legends, shortening what does not fit on page 1.

use std::fmt::Write as _;

use chrono::NaiveDate;
use tidemark_report::Report;
use tidemark_report::document::{DayMark, EntryMark, TrendPanel};

const START: &str = r#"
#set text(font: "Inter", size: 9.5pt, lang: "en")
#set par(leading: 0.4em, spacing: 0.6em)
#show heading: set text(size: 12pt, weight: 600)
#let grey = luma(102)
#let pale = luma(191)
#let at(x, y, what) = place(dx: x * 1mm, dy: y * 1mm, what)
#let r = 0.45mm
#let dots(places) = for (x, y) in places { at(x - 0.45, y - 0.45, circle(radius: r, fill: black)) }
#let rings(places) = for (x, y) in places {
  at(x - 0.45, y - 0.45, circle(radius: r, fill: white, stroke: 0.25mm))
}
#let squares(places) = for (x, y) in places { at(x - 0.4, y - 0.4, rect(width: 0.8mm, height: 0.8mm, fill: black)) }
#let bars(places) = for (x, y, h) in places { at(x, y, rect(width: 0.3mm, height: h * 1mm, fill: grey)) }
#let sessions(places) = for x in places {
  at(x - 0.75, 27, polygon(fill: black, (0.75mm, 0mm), (1.5mm, 1.4mm), (0mm, 1.4mm)))
}
#let upright(places, dash) = for x in places {
  at(x, 5, line(end: (0mm, 20mm), stroke: (paint: grey, thickness: 0.28mm, dash: dash)))
}
#let joined(runs, pen) = for run in runs {
  let (first, ..rest) = run.map(p => p.map(x => x * 1mm))
  place(curve(stroke: pen, curve.move(first), ..rest.map(curve.line)))
}
#let band(places) = if places.len() > 2 { place(polygon(fill: pale, ..places.map(p => p.map(x => x * 1mm)))) }
#let lines = for y in (6, 16, 26) { at(6.5, y, line(length: 71mm, stroke: 0.2mm + pale)) }
"#;

/// The report as one file of Typst.
pub fn source(report: &Report) -> String {
    let mut out = START.to_owned();
    let header = &report.header;
    let _ = writeln!(out, "#set document(title: {})", string(&header.title));
    let person = header.person.as_deref().unwrap_or("Name withheld");
    let who = format!("{person} · {} to {}", header.period.from(), header.period.to());
    let made = format!("Made on {}, {}", header.made_on, header.zone);
    let foot = format!("{} · {}", report.document_id, report.method_set);
    let _ = writeln!(
        out,
        "#set page(width: 210mm, height: 297mm, margin: (x: 15mm, top: 37.5mm, bottom: 33.5mm),\n  header: context \
         [#strong({}) #h(1fr) Page #counter(page).display() of #counter(page).final().first() \\ #{} #h(1fr) #{}],\n  \
         footer: [#{} #h(1fr) #{}])",
        string(&header.title),
        string(&who),
        string(&made),
        string("Self-recorded · not a clinical measurement · not monitored"),
        string(&foot),
    );
    let _ = writeln!(out, "= #{}", string(&header.title));
    heading(&mut out, "Period and data");
    strip(&mut out, report);
    paragraphs(&mut out, &report.data.sentences);
    heading(&mut out, "My questions");
    list(&mut out, &report.questions);
    heading(&mut out, "My goals");
    list(&mut out, &report.goals);
    heading(&mut out, "Trends");
    out.push_str("#grid(columns: (87mm, 87mm), column-gutter: 6mm, row-gutter: 2mm,\n");
    report.panels.iter().for_each(|one| panel(&mut out, one));
    out.push_str(")\n");
    heading(&mut out, "Questionnaires");
    questionnaires(&mut out, report);
    heading(&mut out, "Massage sessions");
    paragraphs(&mut out, &report.sessions.sentences);
    sessions(&mut out, report);
    heading(&mut out, "Medicines and other changes");
    list(&mut out, &report.changes);
    heading(&mut out, "How to read this page");
    paragraphs(&mut out, &report.limits);
    for section in &report.method_page {
        heading(&mut out, &section.heading);
        paragraphs(&mut out, &section.paragraphs);
    }
    out
}

fn string(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " "))
}

fn heading(out: &mut String, text: &str) {
    let _ = writeln!(out, "\n== #{}\n", string(text));
}

fn paragraphs(out: &mut String, texts: &[String]) {
    for text in texts {
        let _ = writeln!(out, "#{}\n", string(text));
    }
}

fn list(out: &mut String, texts: &[String]) {
    for text in texts {
        let _ = writeln!(out, "- #{}", string(text));
    }
}

fn strip(out: &mut String, report: &Report) {
    let period = report.header.period;
    let width = 180.0 / f64::from(period.days());
    out.push_str("#block(width: 180mm, height: 3mm)[\n");
    for (mark, height, top) in
        [(DayMark::Full, 2.2, 0.2), (DayMark::Half, 1.2, 1.2), (DayMark::Ring, 0.7, 0.2)]
    {
        let days = report.data.days.iter().filter(|(_, one)| *one == mark);
        let places = days.map(|(date, _)| format!("{:.2}", day(period.from(), *date) * width));
        let _ = writeln!(
            out,
            "#for x in ({}) {{ at(x, {top}, rect(width: {width:.3}mm, height: {height}mm, fill: black)) }}",
            places.map(|x| x + ",").collect::<String>()
        );
    }
    out.push_str("]\n\n");
}

fn panel(out: &mut String, panel: &TrendPanel) {
    if let Some(text) = &panel.listed {
        let _ = writeln!(out, "  [#strong({}) \\ #{}],", string(&panel.measure), string(text));
        return;
    }
    let width = 71.0 / f64::from(panel.period.days());
    let x = |date: NaiveDate| 6.5 + (day(panel.period.from(), date) + 0.5) * width;
    let (min, max) = (panel.scale.min(), panel.scale.max());
    let y = |value: f64| 26.0 - 20.0 * ((value - min) / (max - min)).clamp(0.0, 1.0);
    let weekly = panel.period.days() > 120 && !panel.weeks.is_empty();
    let alt = format!("{} from {min} to {max}", panel.measure);
    let _ = writeln!(
        out,
        "  figure(alt: {}, caption: figure.caption(text(size: 8pt, {})), block(width: 87mm, height: 32mm)[\n    \
         #at(0, 0, strong({}))\n    #lines",
        string(&alt),
        string(&panel.caption),
        string(&panel.measure),
    );
    let low = panel.level.iter().map(|l| (x(l.date), y(l.low)));
    let high = panel.level.iter().rev().map(|l| (x(l.date), y(l.high)));
    put(out, "band", low.chain(high));
    let level: Vec<_> = panel.level.iter().map(|l| (x(l.date), y(l.level))).collect();
    runs(out, if level.is_empty() { vec![] } else { vec![level] }, "0.45mm + grey");
    let markers = |of: &[tidemark_report::document::Marker]| -> String {
        of.iter().map(|m| format!("{:.2},", x(m.date))).collect::<Vec<_>>().concat()
    };
    let _ = writeln!(out, "    #upright(({}), \"dashed\")", markers(&panel.medicines));
    let _ = writeln!(out, "    #upright(({}), \"dotted\")", markers(&panel.events));
    if weekly {
        let places = panel.weeks.iter().map(|w| (x(w.date), w));
        let bars = places.clone().map(|(x, w)| format!("({x:.2},{:.2},{:.2}),", y(w.q3), y(w.q1) - y(w.q3)));
        let _ = writeln!(out, "    #bars(({}))", bars.collect::<String>());
        runs(out, vec![places.clone().map(|(x, w)| (x, y(w.median))).collect()], "0.18mm");
        put(out, "dots", places.clone().filter(|(_, w)| w.n >= 3).map(|(x, w)| (x, y(w.median))));
        put(out, "rings", places.filter(|(_, w)| w.n < 3).map(|(x, w)| (x, y(w.median))));
    } else {
        let mut stretches: Vec<Vec<(f64, f64)>> = vec![];
        let mut last: Option<NaiveDate> = None;
        for point in &panel.points {
            let place = (x(point.date), y(point.value));
            match stretches.last_mut() {
                Some(stretch) if last.is_some_and(|l| (point.date - l).num_days() <= 2) => {
                    stretch.push(place);
                }
                _ => stretches.push(vec![place]),
            }
            last = Some(point.date);
        }
        runs(out, stretches, "0.22mm");
        for (mark, name) in
            [(EntryMark::LiveOrLate, "dots"), (EntryMark::Backfill, "rings"), (EntryMark::Proxy, "squares")]
        {
            let of = panel.points.iter().filter(|p| p.mark == mark);
            put(out, name, of.map(|p| (x(p.date), y(p.value))));
        }
    }
    let days = panel.sessions.iter().map(|d| format!("{:.2},", x(*d))).collect::<Vec<_>>().concat();
    let _ = writeln!(out, "    #sessions(({days}))\n  ]),");
}

fn put(out: &mut String, name: &str, places: impl Iterator<Item = (f64, f64)>) {
    let _ = writeln!(out, "    #{name}({})", list_of(places));
}

fn runs(out: &mut String, runs: Vec<Vec<(f64, f64)>>, pen: &str) {
    let runs: String =
        runs.into_iter().filter(|run| run.len() > 1).map(|run| list_of(run.into_iter()) + ",").collect();
    let _ = writeln!(out, "    #joined(({runs}), {pen})");
}

fn list_of(places: impl Iterator<Item = (f64, f64)>) -> String {
    let places = places.map(|(x, y)| format!("({x:.2},{y:.2}),")).collect::<Vec<_>>().concat();
    format!("({places})")
}

fn questionnaires(out: &mut String, report: &Report) {
    out.push_str("#table(columns: 6, stroke: none, table.header([Name],[Last],[],[],[totals],[Change]),\n");
    for row in &report.questionnaires {
        let _ = write!(out, "  {},", cell(&format!("{} ({})", row.name, row.range)));
        for at in 0..4 {
            let total = row.totals.get(at).map(|t| format!("{} {}", t.date, t.total)).unwrap_or_default();
            let _ = write!(out, "{},", cell(&total));
        }
        let _ = writeln!(out, "{},", cell(&row.change.map(|c| format!("{c:+}")).unwrap_or_default()));
    }
    out.push_str(")\n");
}

fn sessions(out: &mut String, report: &Report) {
    out.push_str("#table(columns: 6, stroke: none,\n  table.header([Measure],[Rated],[Median before],[Median after],[Median change (95 % interval)],[Lower / same / higher]),\n");
    for row in &report.sessions.rows {
        let number = |x: Option<f64>| x.map_or("–".to_owned(), |x| format!("{x:.1}"));
        let change = row.change.map_or("–".to_owned(), |c| match c.interval {
            Some((low, high)) => format!("{:+.1} ({low:.1} to {high:.1})", c.median),
            None => format!("{:+.1}", c.median),
        });
        let counts = format!("{} / {} / {}", row.lower, row.same, row.higher);
        let cells = [
            row.measure.clone(),
            row.rated.to_string(),
            number(row.before),
            number(row.after),
            change,
            counts,
        ];
        let cells: Vec<String> = cells.iter().map(|text| cell(text)).collect();
        let _ = writeln!(out, "  {},", cells.join(","));
    }
    out.push_str(")\n");
}

fn cell(text: &str) -> String {
    format!("[#{}]", string(text))
}

fn day(from: NaiveDate, date: NaiveDate) -> f64 {
    f64::from(i32::try_from((date - from).num_days()).unwrap())
}

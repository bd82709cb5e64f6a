//! The ways out for a report in each of their states.

#if DEBUG
    import SwiftUI
    import TidemarkBindings

    @testable import TidemarkLogic

    struct SharePreviews: PreviewProvider {
        static var previews: some View {
            screen("Loading", loading)
            Looks { screen($0, filled) }
            screen("Locked copy", locked)
            screen("Tables", Sample.state(filled, reduce, .formChosen(.tables)))
            screen("Writing", Sample.state(filled, reduce, .went(.share)))
            screen("Sent", sent)
            screen("Not written", Sample.state(filled, reduce, .notHanded(.notWritten(.storageFull))))
            screen("Not taken", Sample.state(filled, reduce, .notHanded(.notTaken(.print))))
            screen("Error", Sample.state(loading, reduce, .notHanded(.notListed(.locked))))
        }

        static let loading = ShareState(ReportPreviews.options)
        static let filled = Sample.state(
            loading, reduce,
            .listed([
                .pdf: ReportPreviews.leaving("questions", "trends", "sessions", "medicines"),
                .lockedPdf: ReportPreviews.leaving("questions", "trends", "sessions", "medicines"),
                .text: ReportPreviews.leaving("trends", "sessions", "medicines"),
            ]))
        static let locked = Sample.state(
            filled, reduce, .formChosen(.lockedPdf), .passwordTyped("correct horse"), .passwordRepeated("correct hors"))
        static let sent = Sample.state(filled, reduce, .handed(Sent(form: .pdf, way: .saveAs, bytes: 84_211, noted: false)))

        static func screen(_ name: String, _ state: ShareState) -> some View {
            Pictured(name, title: { $0.strings.reportShare() }) { ShareView(state, { _ in }) }
        }
    }
#endif

package org.tidemark.conformance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/**
 * Validates PDFs against PDF/A-2a and PDF/UA-1, one line per file and standard.
 *
 * <p>Exit code 0 if every check passed, 1 if one failed, 2 if nothing was given to check.
 */
public final class Conformance {
    private static final List<PDFAFlavour> STANDARDS = List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1);

    private Conformance() {}

    public static void main(String[] paths) {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        if (paths.length == 0) {
            System.err.println("no file given");
            System.exit(2);
        }
        PdfCheck.start();
        List<Outcome> outcomes = new ArrayList<>();
        for (String path : paths) {
            for (PDFAFlavour standard : STANDARDS) {
                Outcome outcome = PdfCheck.check(Path.of(path), standard);
                System.out.println(outcome.line());
                outcomes.add(outcome);
            }
        }
        long failed = outcomes.stream().filter(outcome -> !outcome.passed()).count();
        System.out.printf("%d passed, %d failed%n", outcomes.size() - failed, failed);
        System.exit(failed == 0 ? 0 : 1);
    }
}

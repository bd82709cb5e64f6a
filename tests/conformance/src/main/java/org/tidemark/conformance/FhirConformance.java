package org.tidemark.conformance;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/**
 * Validates FHIR resources with the definitions of a folder: {@code DEFINITIONS FILE...}, one line per file.
 *
 * <p>Exit code 0 if every check passed, 1 if one failed, 2 if nothing was given to check.
 */
public final class FhirConformance {
    private FhirConformance() {}

    public static void main(String[] paths) throws IOException {
        LogManager.getLogManager().reset();
        Logger.getLogger("").setLevel(Level.OFF);
        if (paths.length < 2) {
            System.err.println("no file given");
            System.exit(2);
        }
        FhirCheck check = new FhirCheck(Path.of(paths[0]));
        int passed = 0;
        int failed = 0;
        for (String path : Arrays.asList(paths).subList(1, paths.length)) {
            Outcome outcome = check.check(Path.of(path));
            System.out.println(outcome.line());
            if (outcome.passed()) {
                passed++;
            } else {
                failed++;
            }
        }
        System.out.printf("%d passed, %d failed%n", passed, failed);
        System.exit(failed == 0 ? 0 : 1);
    }
}

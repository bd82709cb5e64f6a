package org.tidemark.conformance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.core.EncryptedPdfException;
import org.verapdf.core.ModelParsingException;
import org.verapdf.core.ValidationException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.processor.reports.enums.JobEndStatus;

/**
 * One file against one standard, by veraPDF.
 *
 * <p>A missing profile, a profile without rules and a run without checks are failures: each of them would otherwise
 * look like a pass.
 */
final class PdfCheck {
    private static final int MOST_FAILURES_SHOWN = 5;

    private PdfCheck() {}

    static void start() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    static Outcome check(Path path, PDFAFlavour standard) {
        String name = standard == PDFAFlavour.PDFUA_1 ? "PDF/UA-1" : "PDF/A-2a";
        String file = path.toString();
        String unreadable = unreadable(path);
        if (unreadable != null) {
            return Outcome.failed(file, name, 0, unreadable);
        }
        ValidationProfile profile;
        try {
            profile = Profiles.getVeraProfileDirectory().getValidationProfileByFlavour(standard);
        } catch (RuntimeException missing) {
            profile = null;
        }
        if (profile == null || profile.getRules().isEmpty()) {
            return Outcome.failed(file, name, 0, "the validator has no rules for this standard");
        }
        try (PDFAParser parser = Foundries.defaultInstance().createParser(path.toFile(), standard);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, 100, false, true, false)) {
            return outcome(file, name, validator.validate(parser));
        } catch (EncryptedPdfException encrypted) {
            return Outcome.failed(file, name, 0, "the file is encrypted");
        } catch (ModelParsingException broken) {
            return Outcome.failed(file, name, 0, "the file cannot be parsed: " + broken.getMessage());
        } catch (ValidationException | IOException | RuntimeException broken) {
            return Outcome.failed(file, name, 0, "the validator stopped: " + broken);
        }
    }

    private static Outcome outcome(String file, String name, ValidationResult result) {
        int checks = result.getTotalAssertions();
        if (checks == 0) {
            return Outcome.failed(file, name, 0, "nothing was checked");
        }
        if (result.getJobEndStatus() != JobEndStatus.NORMAL) {
            return Outcome.failed(file, name, checks, "the validator ended early: " + result.getJobEndStatus());
        }
        Map<String, String> failures = new TreeMap<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                failures.putIfAbsent(rule, rule + " " + assertion.getMessage().replaceAll("\\s+", " "));
            }
        }
        if (result.isCompliant() && failures.isEmpty()) {
            return Outcome.passed(file, name, checks);
        }
        String reason = String.join("\n     ", failures.values().stream().limit(MOST_FAILURES_SHOWN).toList());
        return Outcome.failed(file, name, checks, reason.isEmpty() ? "not compliant" : reason);
    }

    /** Why the file need not be shown to the validator, or null. */
    private static String unreadable(Path path) {
        try {
            byte[] bytes = Files.readAllBytes(path);
            if (bytes.length == 0) {
                return "the file is empty";
            }
            if (!startsWithHeader(bytes)) {
                return "the file is not a PDF";
            }
            int tail = Math.max(0, bytes.length - 64);
            String end = new String(Arrays.copyOfRange(bytes, tail, bytes.length), StandardCharsets.ISO_8859_1);
            return end.stripTrailing().endsWith("%%EOF") ? null : "the file is cut off: it has no end mark";
        } catch (IOException missing) {
            return "the file cannot be read";
        }
    }

    private static boolean startsWithHeader(byte[] bytes) {
        byte[] header = "%PDF-".getBytes(StandardCharsets.US_ASCII);
        return bytes.length > header.length && Arrays.equals(header, Arrays.copyOf(bytes, header.length));
    }
}

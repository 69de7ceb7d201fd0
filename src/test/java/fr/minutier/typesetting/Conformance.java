package fr.minutier.typesetting;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** What veraPDF says of a printed act: it must be PDF/A-2a and PDF/UA-1 at once. */
public final class Conformance {
    private static final List<PDFAFlavour> FLAVOURS =
            List.of(PDFAFlavour.fromString("2a"), PDFAFlavour.fromString("ua1"));

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Conformance() {}

    /** Fails with every broken rule, once each, when the document is not archival or not accessible. */
    public static void assertArchivalAndAccessible(byte[] pdf) {
        List<ValidationResult> results;
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), FLAVOURS.getFirst());
                PDFAValidator validator = Foundries.defaultInstance().createValidator(FLAVOURS)) {
            results = validator.validateAll(parser);
        } catch (Exception e) {
            throw new AssertionError("veraPDF cannot read the document", e);
        }
        List<String> broken = new ArrayList<>();
        for (ValidationResult result : results) {
            result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> result.getPDFAFlavour() + " "
                            + assertion.getRuleId().getClause() + " " + assertion.getMessage())
                    .distinct()
                    .forEach(broken::add);
        }
        boolean compliant = results.stream().allMatch(ValidationResult::isCompliant);
        if (!compliant || results.size() != FLAVOURS.size()) {
            throw new AssertionError(String.join("\n", broken));
        }
    }
}

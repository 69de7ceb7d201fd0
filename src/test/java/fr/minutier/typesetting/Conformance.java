package fr.minutier.typesetting;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.stream.Collectors;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** What veraPDF says of a printed act: it must be PDF/A-2a and PDF/UA-1 at once. */
public final class Conformance {
    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Conformance() {}

    /** Fails with every broken rule, once each, when the document is not archival or not accessible. */
    public static void assertArchivalAndAccessible(byte[] pdf) {
        for (String flavour : List.of("2a", "ua1")) {
            check(pdf, PDFAFlavour.fromString(flavour));
        }
    }

    private static void check(byte[] pdf, PDFAFlavour flavour) {
        ValidationResult result;
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            result = validator.validate(parser);
        } catch (Exception e) {
            throw new AssertionError("veraPDF cannot read the document", e);
        }
        if (!result.isCompliant()) {
            throw new AssertionError(result.getTestAssertions().stream()
                    .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                    .map(assertion -> assertion.getRuleId().getClause() + " " + assertion.getMessage())
                    .distinct()
                    .collect(Collectors.joining("\n", flavour + ":\n", "")));
        }
    }
}

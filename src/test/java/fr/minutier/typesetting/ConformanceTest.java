package fr.minutier.typesetting;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfWriter;

class ConformanceTest {

    @Test
    void a_statement_of_one_page_is_archival_and_accessible() throws IOException {
        check("releve", Acts.TYPESETTER.print(Acts.statement(), Acts.IMPRINT));
    }

    @Test
    void a_draft_is_archival_and_accessible() throws IOException {
        check("projet", Acts.TYPESETTER.print(Acts.statement(), Acts.DRAFT));
    }

    @Test
    void minutes_of_many_pages_are_archival_and_accessible() throws IOException {
        check("pv", Acts.TYPESETTER.print(Acts.minutes(60), Acts.IMPRINT));
        check("pv400", Acts.TYPESETTER.print(Acts.minutes(400), Acts.DRAFT));
    }

    @Test
    void a_certificate_is_archival_and_accessible() throws IOException {
        check("attestation", Acts.TYPESETTER.print(Acts.certificate(), Acts.IMPRINT));
    }

    @Test
    void an_ordinary_pdf_breaks_rules_of_both_kinds() {
        ByteArrayOutputStream ordinary = new ByteArrayOutputStream();
        org.openpdf.text.Document document = new org.openpdf.text.Document();
        PdfWriter.getInstance(document, ordinary).setPdfVersion(PdfWriter.VERSION_1_7);
        document.open();
        document.add(new org.openpdf.text.Paragraph("Ni structure, ni langue, ni police incorporée."));
        document.close();
        assertThatThrownBy(() -> Conformance.assertArchivalAndAccessible(ordinary.toByteArray()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("2a 6.")
                .hasMessageContaining("ua1 7.");
    }

    private static void check(String name, byte[] pdf) throws IOException {
        String look = System.getProperty("look");
        if (look != null) {
            Files.write(Path.of(look, name + ".pdf"), pdf);
        }
        Conformance.assertArchivalAndAccessible(pdf);
    }
}

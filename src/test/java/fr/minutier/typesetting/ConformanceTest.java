package fr.minutier.typesetting;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

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

    private static void check(String name, byte[] pdf) throws IOException {
        String look = System.getProperty("look");
        if (look != null) {
            Files.write(Path.of(look, name + ".pdf"), pdf);
        }
        Conformance.assertArchivalAndAccessible(pdf);
    }
}

package fr.minutier.act;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.certification.TemplateFolder;
import fr.minutier.check.Bordereaux;
import fr.minutier.typesetting.Conformance;
import fr.minutier.typesetting.TaggedText;
import fr.minutier.typesetting.Volume;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.junit.jupiter.api.Test;

/** All statements of a session in one document: the same pages, a bookmark for each candidate. */
class VolumeTest {
    private static byte[] bound(Press press, List<Act> acts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Volume volume = press.compose(acts.getFirst(), Bordereaux.TODAY).begin(out);
        for (Act act : acts) {
            press.compose(act, Bordereaux.TODAY).addTo(volume);
        }
        volume.close();
        return out.toByteArray();
    }

    private static List<Act> statements(Bordereaux bordereau) {
        return Printed.of(bordereau).all().stream()
                .filter(act -> act.kind() == ActKind.RELEVE_DE_NOTES)
                .toList();
    }

    @Test
    void a_volume_reads_as_its_acts_one_after_the_other() throws IOException {
        Press press = Printed.press(TemplateFolder.of(Path.of("templates")));
        for (Bordereaux bordereau :
                List.of(Extremes.crowd(10, 5), Extremes.crowd(4, 5).field("Statut", "provisoire"))) {
            List<Act> acts = statements(bordereau);
            byte[] volume = bound(press, acts);
            List<String> expected = new ArrayList<>();
            List<String> bookmarks = new ArrayList<>();
            int pages = 0;
            for (Act act : acts) {
                byte[] alone = press.print(act, Bordereaux.TODAY);
                expected.addAll(TaggedText.of(alone));
                try (PDDocument document = Loader.loadPDF(alone)) {
                    pages += document.getNumberOfPages();
                }
                Statement statement = (Statement) act.record();
                bookmarks.add(statement.candidate().number() + " · "
                        + statement.candidate().fullName());
            }
            assertThat(TaggedText.of(volume)).isEqualTo(expected);
            try (PDDocument document = Loader.loadPDF(volume)) {
                assertThat(document.getNumberOfPages()).isEqualTo(pages);
                assertThat(document.getDocumentInformation().getTitle())
                        .isEqualTo("Relevés de notes – DEIS – Session de juin 2026");
                List<String> found = new ArrayList<>();
                for (PDOutlineItem item :
                        document.getDocumentCatalog().getDocumentOutline().children()) {
                    found.add(item.getTitle());
                }
                assertThat(found).isEqualTo(bookmarks);
            }
            Conformance.assertArchivalAndAccessible(volume);
            assertThat(bound(press, acts)).isEqualTo(volume);
        }
    }

    @Test
    void fonts_are_in_a_volume_once() throws IOException {
        Press press = Printed.press(TemplateFolder.of(Path.of("templates")));
        Act one = statements(Extremes.crowd(1, 5)).getFirst();
        int single = bound(press, List.of(one)).length;
        int hundred = bound(press, java.util.Collections.nCopies(100, one)).length;
        assertThat((hundred - single) / 99).isLessThan(8_000);
    }
}

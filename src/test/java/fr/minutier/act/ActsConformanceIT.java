package fr.minutier.act;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.certification.TemplateFolder;
import fr.minutier.check.Bordereaux;
import fr.minutier.proof.KeyFolder;
import fr.minutier.proof.SigningKey;
import fr.minutier.typesetting.BlockWords;
import fr.minutier.typesetting.Conformance;
import fr.minutier.typesetting.Document;
import fr.minutier.typesetting.Lexicon;
import fr.minutier.typesetting.Seal;
import fr.minutier.typesetting.SealFile;
import fr.minutier.typesetting.Seals;
import fr.minutier.typesetting.TaggedText;
import fr.minutier.typesetting.Template;
import fr.minutier.typesetting.Volume;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every kind of act with the emptiest, the longest and the most numerous that a session may hold, in draft and final, with
 * its code, before and after sealing: all archival and accessible, in French, titled, their headings in order, and heard
 * word for word as they were meant.
 */
class ActsConformanceIT {
    private static final int LEAST = 300;
    private static final Path HOUSE = Path.of("templates");

    @TempDir
    Path folder;

    private final Map<ActKind, Template> templates = new EnumMap<>(ActKind.class);
    private final Set<ActKind> kinds = ConcurrentHashMap.newKeySet();

    /** An act and what it is printed by. */
    private record Case(String name, Act act, Press press) {}

    @Test
    void every_act_of_every_session_conforms_and_is_heard_as_it_was_meant() throws Exception {
        KeyFolder keys = new KeyFolder(folder.resolve("registre"));
        keys.create();
        Optional<SigningKey> key = keys.signingKey();
        Seal seal = SealFile.read(
                Seals.file(folder.resolve("sceau.p12"), "EC"), Seals.PASSWORD, Instant.parse("2026-06-30T12:00:00Z"));
        TemplateFolder house = TemplateFolder.of(HOUSE);
        Press plain = Printed.press(house);
        Press sealing = new Press(house, Printed.anomalies(), Map.of(), Optional.of(seal));
        load(house);

        List<Case> cases = new ArrayList<>();
        Map<String, Bordereaux> sessions = Map.of(
                "of every kind", Extremes.crowd(30, 12),
                "longest", longest(),
                "one", Extremes.crowd(1, 1),
                "many to sign", Extremes.crowd(5, 40),
                "bare and final", Bordereaux.deis().withoutMembers().candidate("E1"));
        sessions.forEach((name, bordereau) -> {
            Printed printed = Printed.coded(bordereau, key);
            add(name + ", sealed", printed, sealing, cases);
            add(name, printed, plain, cases);
        });
        add("draft", Printed.of(Extremes.crowd(12, 5).field("Statut", "provisoire")), plain, cases);
        add("bare draft", Printed.of(Extremes.barest()), plain, cases);
        add("deserted", Printed.of(Extremes.deserted()), plain, cases);

        Set<String> distinct = ConcurrentHashMap.newKeySet();
        cases.parallelStream().forEach(one -> distinct.add(check(one)));
        assertThat(distinct).hasSizeGreaterThanOrEqualTo(LEAST);
        assertThat(kinds).containsExactlyInAnyOrder(ActKind.values());
    }

    @Test
    void minutes_of_two_thousand_candidates_and_the_volumes_conform() throws Exception {
        Printed printed = Printed.of(Extremes.crowd(2_000, 30));
        Press press = Printed.press(TemplateFolder.of(HOUSE));
        List<byte[]> all = new ArrayList<>();
        all.add(press.print(printed.minutes(), Bordereaux.TODAY));
        for (ActKind kind : List.of(ActKind.RELEVE_DE_NOTES, ActKind.ATTESTATION_DE_REUSSITE)) {
            all.add(volume(
                    press,
                    printed.all().stream()
                            .filter(act -> act.kind() == kind)
                            .limit(40)
                            .toList()));
        }
        all.parallelStream().forEach(Conformance::assertArchivalAndAccessible);
    }

    private static byte[] volume(Press press, List<Act> acts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Volume volume = press.compose(acts.getFirst(), Bordereaux.TODAY).begin(out)) {
            for (Act act : acts) {
                press.compose(act, Bordereaux.TODAY).addTo(volume);
            }
        }
        return out.toByteArray();
    }

    /** The longest, with a candidate for each kind of attestation. */
    private static Bordereaux longest() {
        return Extremes.longest()
                .candidate("L4")
                .with("Nom de naissance", Extremes.LONGEST_NAME)
                .with("Nom d'usage", Extremes.LONGEST_NAME)
                .with("BC02 Soutenance", 3)
                .with("BC03 Article", 3);
    }

    private static void add(String name, Printed printed, Press press, List<Case> cases) {
        cases.add(new Case(name, printed.minutes(), press));
        printed.all().forEach(act -> cases.add(new Case(name, act, press)));
    }

    /** Checks one printed act, and tells it apart from every other. */
    private String check(Case one) {
        try {
            byte[] pdf = one.press.print(one.act, Bordereaux.TODAY);
            Conformance.assertArchivalAndAccessible(pdf);
            kinds.add(one.act.kind());
            Document document = templates.get(one.act.kind()).fill(one.act.record());
            List<TaggedText.Element> elements = TaggedText.elements(pdf);
            assertHeard(document, one.act.draft(), elements);
            assertHeadingsInOrder(elements);
            try (PDDocument read = Loader.loadPDF(pdf)) {
                var catalog = read.getDocumentCatalog();
                assertThat(catalog.getLanguage()).isEqualTo("fr");
                assertThat(catalog.getViewerPreferences().displayDocTitle()).isTrue();
                assertThat(read.getDocumentInformation().getTitle()).isEqualTo(document.title());
                assertThat(catalog.getDocumentOutline() != null).isEqualTo(read.getNumberOfPages() > 4);
                assertThat(read.getSignatureDictionaries()).hasSize(one.name.endsWith("sealed") ? 1 : 0);
                if (catalog.getDocumentOutline() != null) {
                    assertThat(catalog.getDocumentOutline().getFirstChild().getTitle())
                            .isEqualTo(heading(elements, "H1").getFirst());
                }
                return read.getDocumentInformation().getSubject()
                        + read.getDocumentInformation().getTitle()
                        + pdf.length
                        + one.name;
            }
        } catch (AssertionError e) {
            throw new AssertionError(one.name + ", " + one.act.number() + "\n" + e.getMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> heading(List<TaggedText.Element> elements, String role) {
        return elements.stream()
                .filter(element -> element.role().equals(role))
                .map(element -> element.text().strip())
                .toList();
    }

    /** All the words of the document in their order, after the mention of a draft; what a chart draws is said beside it. */
    private static void assertHeard(Document document, boolean draft, List<TaggedText.Element> elements) {
        List<String> heard = new ArrayList<>();
        for (TaggedText.Element element : elements) {
            if (!element.role().equals("Figure")) {
                heard.addAll(List.of(element.text().strip().split("[ \n]+")));
            }
        }
        List<String> meant = new ArrayList<>(draft ? List.of("PROJET") : List.of());
        meant.addAll(BlockWords.of(document));
        heard.removeIf(String::isEmpty);
        assertThat(heard).isEqualTo(meant);
    }

    private static void assertHeadingsInOrder(List<TaggedText.Element> elements) {
        int before = 0;
        for (TaggedText.Element element : elements) {
            if (element.role().matches("H[1-6]")) {
                int level = element.role().charAt(1) - '0';
                assertThat(level).isBetween(1, before + 1);
                before = level;
            }
        }
        assertThat(heading(elements, "H1")).isNotEmpty();
    }

    /** The templates once more, to know what a document says before it is printed. */
    private void load(TemplateFolder house) throws IOException {
        Lexicon lexicon = Lexicon.load(
                Press.WORDS, Files.readString(house.file(Press.WORDS)), Press.sections(Printed.anomalies()));
        Template.Surroundings surroundings =
                new Template.Surroundings(lexicon, house::file, new HashSet<>(Set.of("titre", "sujet", "filigrane")));
        for (ActKind kind : ActKind.values()) {
            String file = "acts/" + kind.word() + ".md";
            templates.put(kind, Template.load(file, Files.readString(house.file(file)), kind.record(), surroundings));
        }
    }
}

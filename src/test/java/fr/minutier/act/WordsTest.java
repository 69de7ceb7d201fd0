package fr.minutier.act;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.minutier.certification.Gravity;
import fr.minutier.certification.TemplateFolder;
import fr.minutier.check.AnomalyCode;
import fr.minutier.check.Bordereaux;
import fr.minutier.proof.KeyFolder;
import fr.minutier.typesetting.InvalidTemplate;
import fr.minutier.typesetting.TaggedText;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every word on an act is one that a coordinator can change: of a template, the shared words, a definition, the bordereau. */
class WordsTest {
    private static final Path HOUSE = Path.of("templates");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final Pattern SHARED = Pattern.compile("(?m)^( +[\\w-]+): (?!>)(.+)$");
    /** Codes that withhold a session or a file as a whole: no act can bear them. */
    private static final Set<AnomalyCode> OF_SESSIONS = Set.of(
            AnomalyCode.FICHIER_ILLISIBLE,
            AnomalyCode.FEUILLE_MANQUANTE,
            AnomalyCode.FEUILLE_DOUBLE,
            AnomalyCode.COLONNE_MANQUANTE,
            AnomalyCode.COLONNE_DOUBLE,
            AnomalyCode.SESSION_INVALIDE,
            AnomalyCode.CERTIFICATION_INCONNUE,
            AnomalyCode.CHAMP_MANQUANT,
            AnomalyCode.CONFLIT_FICHIERS,
            AnomalyCode.EFFECTIF_DIFFERENT,
            AnomalyCode.PV_CLOS,
            AnomalyCode.PV_RECTIFICATIF_INVALIDE,
            AnomalyCode.CANDIDAT_RETIRE,
            AnomalyCode.DOSSIER_ALTERE);

    @TempDir
    Path folder;

    private static Set<String> words(String text) {
        return WORD.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(HashSet::new));
    }

    /** The shared words, each replaced by one that is no word of any language. */
    private void replaceSharedWords() throws IOException {
        Path file = folder.resolve(Press.WORDS);
        Files.createDirectories(file.getParent());
        int[] count = {0};
        String text = Files.readString(HOUSE.resolve(Press.WORDS));
        Files.writeString(file, SHARED.matcher(text).replaceAll(found -> {
            int n = count[0]++;
            return Matcher.quoteReplacement(
                    found.group(1) + ": zz" + (char) ('a' + n / 26) + (char) ('a' + n % 26) + "zz");
        }));
        assertThat(count[0]).isGreaterThan(50);
    }

    private static String printed(Press press, Act act) throws IOException {
        byte[] pdf = press.print(act, Bordereaux.TODAY);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return String.join(" ", TaggedText.of(pdf))
                    + " " + document.getDocumentInformation().getTitle()
                    + " " + document.getDocumentInformation().getSubject();
        }
    }

    @Test
    void no_word_of_any_act_comes_from_the_program() throws Exception {
        KeyFolder keys = new KeyFolder(folder.resolve("registre"));
        keys.create();
        replaceSharedWords();
        Press press = Printed.press(new TemplateFolder(folder, HOUSE));
        String shared = Files.readString(folder.resolve(Press.WORDS));
        StringBuilder known = new StringBuilder(shared);
        for (String file : TemplateFolder.of(HOUSE).files("")) {
            if (!file.equals(Press.WORDS)
                    && !file.endsWith("README.md")
                    && (file.endsWith(".md") || file.endsWith(".yaml"))) {
                known.append(Files.readString(HOUSE.resolve(file)));
            }
        }
        StringBuilder all = new StringBuilder();
        for (Bordereaux bordereau : List.of(
                Extremes.crowd(40, 5), Extremes.crowd(20, 5).field("Statut", "provisoire"), Extremes.longest())) {
            Printed acts = Printed.coded(bordereau, keys.signingKey());
            List<Act> printed = new ArrayList<>(acts.all());
            printed.add(acts.minutes());
            Set<String> allowed = words(known + " " + bordereau.build()
                    + printed.stream().map(Act::number).toList());
            for (Act act : printed) {
                String text = printed(press, act);
                Set<String> strange = words(text);
                strange.removeAll(allowed);
                assertThat(strange).as(act.number()).isEmpty();
                all.append(text);
            }
        }
        assertThat(all.toString())
                .contains(word(shared, "VALIDE"), word(shared, "ADMIS"), word(shared, "APPRENTISSAGE"));
        assertThat(all.toString()).contains(word(shared, "NOTE_ILLISIBLE"), word(shared, "EXCUSE"), word(shared, "06"));
    }

    private static String word(String shared, String key) {
        Matcher line = Pattern.compile("(?m)^ +" + key + ": (.+)$").matcher(shared);
        assertThat(line.find()).isTrue();
        return line.group(1);
    }

    @Test
    void whatever_withholds_a_result_has_its_words() throws IOException {
        String shared = Files.readString(HOUSE.resolve(Press.WORDS));
        Stream<String> withholding = Stream.of(AnomalyCode.values())
                .filter(code -> code.gravity() == Gravity.BLOQUANTE || code.gravity() == Gravity.A_ARBITRER)
                .filter(code -> !OF_SESSIONS.contains(code))
                .map(Enum::name);
        Stream<String> lengths = Bordereaux.library().all().stream()
                .flatMap(certification -> certification.blocks().stream())
                .flatMap(block -> block.epreuves().getFirst().lengths().stream())
                .map(length -> length.anomaly());
        assertThat(Stream.concat(withholding, lengths))
                .allSatisfy(code -> assertThat(shared).contains("\n  " + code + ": "));
    }

    private List<InvalidTemplate.Fault> faults() {
        return catchThrowableOfType(InvalidTemplate.class, () -> Printed.press(new TemplateFolder(folder, HOUSE)))
                .faults();
    }

    private void change(String file, String from, String to) throws IOException {
        Path changed = folder.resolve(file);
        Files.createDirectories(changed.getParent());
        String text = Files.readString(Files.exists(changed) ? changed : HOUSE.resolve(file));
        assertThat(text).contains(from);
        Files.writeString(changed, text.replace(from, to));
    }

    @Test
    void one_word_of_a_template_and_one_colour_of_the_style_change_the_acts() throws IOException {
        Act act = Printed.of(Extremes.barest()).statement("E1");
        String before = printed(Printed.press(TemplateFolder.of(HOUSE)), act);
        byte[] plain = Printed.press(TemplateFolder.of(HOUSE)).print(act, Bordereaux.TODAY);
        change("acts/releve-de-notes.md", "# Relevé de notes", "# Relevé de points");
        change("style.yaml", "titres: \"#14213d\"", "titres: \"#c1121f\"");
        Press press = Printed.press(new TemplateFolder(folder, HOUSE));
        assertThat(printed(press, act))
                .isEqualTo(before.replaceFirst(" Relevé de notes ", " Relevé de points "))
                .isNotEqualTo(before);
        assertThat(colour(plain)).isEqualTo(new Color(0x14213d));
        assertThat(colour(press.print(act, Bordereaux.TODAY))).isEqualTo(new Color(0xc1121f));
    }

    /** The darkest colour of the title, which stands in the upper part of the first page, at its left. */
    private static Color colour(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 72);
            Map<Integer, Integer> seen = new HashMap<>();
            for (int y = 102; y < 124; y++) {
                for (int x = 50; x < 190; x++) {
                    seen.merge(page.getRGB(x, y) & 0xffffff, 1, Integer::sum);
                }
            }
            seen.remove(0xffffff);
            return new Color(seen.entrySet().stream()
                    .max(Map.Entry.comparingByValue())
                    .orElseThrow()
                    .getKey());
        }
    }

    private static int line(String file, String words) throws IOException {
        List<String> lines = Files.readAllLines(HOUSE.resolve(file));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(words)) {
                return i + 1;
            }
        }
        throw new AssertionError(words);
    }

    @Test
    void faults_of_all_templates_are_told_at_once_with_file_line_and_remedy() throws IOException {
        change("acts/releve-de-notes.md", "# Relevé de notes", "# Relevé de notes {{acte.numro}} 龍");
        change("acts/proces-verbal.md", "{{mots.issues.ACQUIS}}", "{{mots.issues.ACQUI}}");
        change("acts/proces-verbal.md", "| Issue | Sens | Texte |", "| Issue | Sens | Texte | Encore |");
        change("acts/attestation-de-bloc.md", "filigrane: PROJET\n", "");
        change("acts/attestation-de-reussite.md", "> [!entete]", "> [!entete]\n>\n> ![Logo](letterhead/logo.png)\n>");
        List<InvalidTemplate.Fault> faults = faults();
        String told = faults.stream()
                .map(InvalidTemplate.Fault::toString)
                .collect(Collectors.joining("\n"))
                .replace('\u00a0', ' ');
        int heading = line("acts/releve-de-notes.md", "# Relevé de notes");
        assertThat(told)
                .contains("acts/releve-de-notes.md, ligne " + heading + " : champ inconnu : « acte.numro » ; écrivez"
                        + " plutôt {{acte.numero}}")
                .contains("acts/releve-de-notes.md, ligne " + heading + " : « 龍 » (U+9F8D) : la police n'a pas")
                .contains("acts/proces-verbal.md, ligne " + line("acts/proces-verbal.md", "mots.issues.ACQUIS")
                        + " : champ inconnu : « mots.issues.ACQUI » ; écrivez plutôt {{mots.issues.ACQUIS}}")
                .contains("acts/proces-verbal.md, ligne " + line("acts/proces-verbal.md", "| Issue | Sens | Texte |")
                        + " : ce tableau n'en est pas un")
                .contains("acts/attestation-de-bloc.md, ligne 1 : il manque « filigrane »")
                .contains("« letterhead/logo.png » n'existe pas dans le dossier des modèles");
    }

    @Test
    void shared_words_that_are_missing_or_unknown_are_refused() throws IOException {
        change(Press.WORDS, "  VALIDE: validé", "  VALID: validé");
        change(Press.WORDS, "  NOTE_PAS:", "  NOTE_PAZ:");
        change(Press.WORDS, "\nvoies:", "\nroutes:");
        String told = faults().stream()
                .map(InvalidTemplate.Fault::toString)
                .collect(Collectors.joining("\n"))
                .replace('\u00a0', ' ');
        assertThat(told)
                .contains("acts/mots.yaml, ligne " + line(Press.WORDS, "VALIDE: validé") + " : il manque « VALIDE »")
                .contains("ligne " + line(Press.WORDS, "VALIDE: validé") + " : « VALID » est inconnu")
                .contains("ligne " + line(Press.WORDS, "NOTE_PAS:") + " : « NOTE_PAZ » est inconnu")
                .contains("« routes » est inconnu");
    }

    @Test
    void a_phrase_of_one_s_own_is_shared_by_templates() throws IOException {
        change(Press.WORDS, "phrases:\n", "phrases:\n  devise: Au travail.\n");
        change("acts/releve-de-notes.md", "## Motifs", "{{mots.phrases.devise}}\n\n## Motifs");
        Press press = Printed.press(new TemplateFolder(folder, HOUSE));
        assertThat(printed(press, Printed.of(Extremes.barest()).statement("E1")))
                .contains("Au travail. Motifs");
    }

    @Test
    void a_folder_without_style_anywhere_is_refused() throws IOException {
        Files.createDirectories(folder.resolve("acts"));
        assertThat(catchThrowableOfType(
                        java.nio.file.NoSuchFileException.class, () -> Printed.press(TemplateFolder.of(folder))))
                .hasMessageContaining("style.yaml");
    }
}

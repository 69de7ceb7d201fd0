package fr.minutier.check;

import static org.assertj.core.api.Assertions.assertThat;

import fr.minutier.certification.Certification;
import fr.minutier.certification.Citation;
import fr.minutier.certification.FrenchDecimal;
import fr.minutier.certification.Gravity;
import fr.minutier.certification.LengthLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The page of all anomalies is complete: every code of the program and of the definitions, with its gravity, its meaning,
 * an example, a remedy and a source. To write it again after a change: {@code ./mvnw test -Dtest=CodesPageTest
 * -Dminutier.codes=ecrire}.
 */
class CodesPageTest {
    private static final Path PAGE = Path.of("src/docs/anomalies.md");
    private static final Path TEXTS = Path.of("src/docs/anomalies.yaml");
    private static final List<String> PARTS = List.of("sens", "exemple", "remede", "source");

    private static Map<String, Map<String, String>> texts() throws IOException {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        return new Yaml(new SafeConstructor(options)).load(Files.readString(TEXTS));
    }

    @Test
    void every_code_has_its_texts_in_the_order_of_the_program_and_no_text_is_left_over() throws IOException {
        assertThat(texts().keySet())
                .as("src/docs/anomalies.yaml")
                .containsExactlyElementsOf(Arrays.stream(AnomalyCode.values())
                        .map(AnomalyCode::name)
                        .toList());
        texts().forEach((code, parts) -> {
            assertThat(parts.keySet()).as(code).containsExactlyElementsOf(PARTS);
            assertThat(parts.values()).as(code).noneMatch(String::isBlank);
            assertThat(List.of(parts.get("sens"), parts.get("exemple"), parts.get("remede")))
                    .as(code)
                    .allMatch(sentence -> sentence.endsWith("."));
        });
    }

    @Test
    void the_page_is_up_to_date() throws IOException {
        String expected = page();
        if ("ecrire".equals(System.getProperty("minutier.codes"))) {
            Files.writeString(PAGE, expected);
        } else {
            assertThat(PAGE)
                    .as("src/docs/anomalies.md is not up to date: run ./mvnw test -Dtest=CodesPageTest"
                            + " -Dminutier.codes=ecrire")
                    .content()
                    .isEqualTo(expected);
        }
    }

    private static String page() throws IOException {
        Map<String, Map<String, String>> texts = texts();
        StringBuilder page = new StringBuilder("""
                # Toutes les anomalies

                Page écrite par le programme (`CodesPageTest`) : les codes et leur gravité sont les siens, les textes ceux de
                `anomalies.yaml`. Un code ne change jamais de sens.

                | gravité | effet |
                |---|---|
                | bloquante | le candidat est réservé, les autres non ; pour la session, rien n’est produit |
                | à arbitrer | de même, tant que le jury n’y déroge pas dans « Dérogation » (`CODE : motif`) |
                | avertissement | les documents sont produits, le rapport le dit |
                | information | le rapport le dit, rien d’autre |

                Là où la source est « définition », `./minutier certifications CODE` cite le texte de la certification.
                """);
        for (Gravity gravity : Gravity.values()) {
            page.append("\n## Gravité : ").append(gravity.word()).append('\n');
            for (AnomalyCode code : AnomalyCode.values()) {
                if (code.gravity() == gravity) {
                    entry(code, texts.getOrDefault(code.name(), Map.of()), page);
                }
            }
        }
        page.append("""

                ## Longueurs que les définitions bornent

                Bornes comprises ; une longueur hors des bornes porte le code de sa limite.

                | certification | code | colonne | bornes | gravité | source |
                |---|---|---|---|---|---|
                """);
        for (Certification certification : Bordereaux.library().all()) {
            certification.epreuves().stream()
                    .flatMap(epreuve -> epreuve.lengths().stream())
                    .forEach(limit -> page.append(row(certification, limit)));
        }
        return french(page.toString());
    }

    private static void entry(AnomalyCode code, Map<String, String> texts, StringBuilder page) {
        page.append("\n### `")
                .append(code.name())
                .append("` : ")
                .append(code.label())
                .append("\n\n");
        page.append(texts.get("sens")).append("\n\n");
        page.append("- Exemple : ").append(texts.get("exemple")).append('\n');
        page.append("- Remède : ").append(texts.get("remede")).append('\n');
        page.append("- Source : ").append(texts.get("source")).append('\n');
        if (code == AnomalyCode.LONGUEUR_MANQUANTE) {
            page.append("- La définition peut lui donner une autre gravité : voyez le tableau des longueurs.\n");
        }
    }

    private static String row(Certification certification, LengthLimit limit) {
        return "| " + certification.code() + " | `" + limit.anomaly() + "` | " + limit.column() + " | "
                + FrenchDecimal.grouped(limit.minimum()) + " à " + FrenchDecimal.grouped(limit.maximum()) + " "
                + limit.unit() + " | " + limit.gravity().word() + " | "
                + Citation.unbroken(limit.source().text()) + " |\n";
    }

    /** No-break spaces where French wants them. */
    private static String french(String text) {
        return text.replaceAll(" ([:;?!»])", "\u00a0$1").replace("« ", "«\u00a0");
    }
}

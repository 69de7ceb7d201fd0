package oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the random sessions are worth comparing with: varied, often at the threshold, often faulty, never the same. */
class RandomSessionsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    /** Needs other files or other nights than one bordereau on a new register. */
    private static final Set<String> BEYOND_ONE_FILE =
            Set.of("FICHIER_ILLISIBLE", "FICHIER_IGNORE", "CONFLIT_FICHIERS", "PV_CLOS", "HORS_VALIDITE");

    private static final Set<String> CODES =
            Set.of(("FICHIER_ILLISIBLE FEUILLE_MANQUANTE COLONNE_MANQUANTE SESSION_INVALIDE CERTIFICATION_INCONNUE"
                            + " CHAMP_MANQUANT DATE_INVALIDE CONFLIT_FICHIERS EFFECTIF_DIFFERENT CANDIDAT_DOUBLON"
                            + " NUMERO_INVALIDE IDENTITE_INCOMPLETE VOIE_INCONNUE VOIE_NON_OUVERTE NOTE_MANQUANTE"
                            + " FORMULE_SANS_VALEUR NOTE_ILLISIBLE NOTE_HORS_BORNES NOTE_PAS NOTE_INATTENDUE"
                            + " GROUPE_MANQUANT GROUPE_NOTES_DIFFERENTES GROUPE_PAGES_DIFFERENTES DISPENSE_SANS_EFFET"
                            + " BLOC_INCONNU VAE_DECISION_MANQUANTE VAE_DECISION_INATTENDUE COMPETENCE_INVALIDE"
                            + " LONGUEUR_MEMOIRE LONGUEUR_RAPPORT LONGUEUR_ARTICLE LONGUEUR_MANQUANTE JURY_PRESIDENT"
                            + " JURY_PROFESSIONNELS JURY_PARITE JURY_VIDE JURY_VAE HORS_VALIDITE DELIBERATION_SANS_EFFET"
                            + " DELIBERATION_INVALIDE HOMONYME DEROGATION_SANS_OBJET COLONNE_INCONNUE FICHIER_IGNORE"
                            + " LIGNE_MASQUEE PV_CLOS PV_RECTIFICATIF_INVALIDE")
                    .split(" "));

    @Test
    void every_code_of_one_file_is_shown_and_a_quarter_of_the_sessions_is_clean() {
        RandomSessions sessions = new RandomSessions(1);
        TreeMap<String, Integer> seen = new TreeMap<>();
        int clean = 0;
        int blocked = 0;
        for (int i = 0; i < 400; i++) {
            Expected expected = Expected.of(sessions.next(), TODAY);
            expected.anomalies().forEach(a -> seen.merge(a.code(), 1, Integer::sum));
            clean += expected.anomalies().isEmpty() && expected.exhaustive() ? 1 : 0;
            blocked += expected.blocked() ? 1 : 0;
        }
        Set<String> wanted = new HashSet<>(CODES);
        wanted.removeAll(BEYOND_ONE_FILE);
        assertThat(seen.keySet()).containsExactlyInAnyOrderElementsOf(wanted);
        assertThat(clean).isBetween(80, 200);
        assertThat(blocked).isBetween(20, 100);
    }

    @Test
    void a_fifth_of_the_marked_epreuves_lies_within_a_hundredth_of_the_threshold() {
        RandomSessions sessions = new RandomSessions(2);
        int near = 0;
        int marked = 0;
        for (int i = 0; i < 60; i++) {
            for (List<String> row : Expected.of(sessions.next(), TODAY).blocs()) {
                if (!row.get(3).isEmpty()) {
                    marked++;
                    BigDecimal points = new BigDecimal(row.get(3).replace(',', '.'));
                    BigDecimal away =
                            points.subtract(new BigDecimal(row.get(5))).abs();
                    near += away.compareTo(new BigDecimal("0.01")) <= 0 ? 1 : 0;
                }
            }
        }
        assertThat(5 * near).isGreaterThan(marked);
    }

    @Test
    void the_same_seed_writes_the_same_bytes(@TempDir Path a, @TempDir Path b) throws Exception {
        for (Path folder : List.of(a, b)) {
            RandomSessions sessions = new RandomSessions(3);
            Random form = new Random(3);
            for (int i = 0; i < 4; i++) {
                Writer.write(sessions.next(), folder, form);
            }
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(a)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        assertThat(files).isNotEmpty();
        for (Path file : files) {
            assertThat(b.resolve(a.relativize(file))).hasSameBinaryContentAs(file);
        }
    }
}

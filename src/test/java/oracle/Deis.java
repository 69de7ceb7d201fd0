package oracle;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The DEIS of sections 3.3 and 4 of the contract, in its own words. */
final class Deis {
    record Component(String header, int coefficient) {}

    record Length(String header, String component, int least, int most, String code) {}

    record Block(String code, int maximum, int threshold, List<Component> components, Length length) {
        String vaeHeader() {
            return code + " VAE";
        }
    }

    static final String CERTIFICATION = "DEIS-RNCP39644";

    static final String NUMBER = "N° candidat";
    static final String NAME = "Nom de naissance";
    static final String FIRST_NAMES = "Prénoms";
    static final String BIRTH = "Date de naissance";
    static final String ROUTE = "Voie";
    static final String GROUP = "Groupe";
    static final String TITLE = "Titre dispensant";
    static final String ACQUIRED = "Blocs acquis";
    static final String WAIVER = "Dérogation";
    static final String WITHHELD = "Résultat réservé";
    static final String COLLECTIVE = "BC02 Rapport collectif";
    static final String COLLECTIVE_PAGES = "BC02 Pages";
    static final String ARTICLE = "BC03 Article";
    static final String COMPETENCE = "BC03 Compétence";

    static final String COMPONENT = "Composante";
    static final String SETTLED = "Note arrêtée";
    static final String MOTIVE = "Motif";

    static final String DATE = "Date de délibération";
    static final String CORRECTION = "PV rectificatif";

    static final List<Block> BLOCKS = List.of(
            new Block(
                    "BC01",
                    100,
                    50,
                    List.of(new Component("BC01 Mémoire", 3), new Component("BC01 Soutenance", 2)),
                    new Length("BC01 Pages", "BC01 Mémoire", 90, 120, "LONGUEUR_MEMOIRE")),
            new Block(
                    "BC02",
                    40,
                    20,
                    List.of(new Component(COLLECTIVE, 1), new Component("BC02 Soutenance", 1)),
                    new Length(COLLECTIVE_PAGES, COLLECTIVE, 30, 35, "LONGUEUR_RAPPORT")),
            new Block(
                    "BC03",
                    20,
                    10,
                    List.of(new Component(ARTICLE, 1)),
                    new Length("BC03 Signes", ARTICLE, 10_000, 12_000, "LONGUEUR_ARTICLE")));

    static final List<String> MARK_HEADERS = BLOCKS.stream()
            .flatMap(b -> b.components().stream())
            .map(Component::header)
            .toList();

    static final List<String> REQUIRED_CANDIDATE_HEADERS = List.of(NUMBER, NAME, FIRST_NAMES, BIRTH, ROUTE);

    static final List<String> CANDIDATE_HEADERS = List.of(
            NUMBER,
            "Civilité",
            NAME,
            "Nom d'usage",
            FIRST_NAMES,
            BIRTH,
            "Lieu de naissance",
            "Courriel",
            "Établissement",
            ROUTE,
            GROUP,
            TITLE,
            ACQUIRED,
            "BC01 Mémoire",
            "BC01 Pages",
            "BC01 Soutenance",
            COLLECTIVE,
            COLLECTIVE_PAGES,
            "BC02 Soutenance",
            ARTICLE,
            "BC03 Signes",
            COMPETENCE,
            "BC01 VAE",
            "BC02 VAE",
            "BC03 VAE",
            WAIVER,
            WITHHELD);

    static final List<String> REQUIRED_JURY_HEADERS = List.of("Nom", "Prénom", "Qualité", "Collège");

    static final List<String> JURY_HEADERS =
            List.of("Civilité", "Nom", "Prénom", "Qualité", "Collège", "Rôle", "Présent", "Groupe", "Candidats");

    static final List<String> DELIBERATION_HEADERS = List.of(NUMBER, COMPONENT, SETTLED, MOTIVE);

    static final String VAE = "VAE";
    static final List<String> TAUGHT_ROUTES =
            List.of("formation initiale", "apprentissage", "formation continue", "contrat de professionnalisation");
    static final String CLOSED_ROUTE = "candidature individuelle";

    static final Set<String> VAE_DECISIONS = Set.of("validé", "non validé", "non demandé");
    static final Set<String> COMPETENCES = Set.of("3.1", "3.2", "3.3", "3.4");
    static final Set<String> EXEMPTING_TITLES = Set.of("CAFDES", "CAFERUIS");
    static final String EXEMPTED_BLOCK = "BC03";

    private Deis() {}

    /**
     * Whether a candidate comes without marks: by his route or, when that is none, because he has decisions by VAE and
     * no mark.
     *
     * @param cell what his row says under a header
     */
    static boolean byVae(UnaryOperator<String> cell) {
        String route = cell.apply(ROUTE);
        if (TAUGHT_ROUTES.contains(route) || route.equals(CLOSED_ROUTE)) {
            return false;
        }
        return route.equals(VAE)
                || (MARK_HEADERS.stream().allMatch(h -> cell.apply(h).isEmpty())
                        && BLOCKS.stream()
                                .anyMatch(b -> !cell.apply(b.vaeHeader()).isEmpty()));
    }

    static Block block(String code) {
        return BLOCKS.stream().filter(b -> b.code().equals(code)).findFirst().orElseThrow();
    }
}

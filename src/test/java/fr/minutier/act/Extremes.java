package fr.minutier.act;

import fr.minutier.check.Bordereaux;

/** Bordereaux at the edge of what a session may hold: the longest, the most numerous, the emptiest. */
final class Extremes {
    /** No letter of it may be lost, nor the word cut where it need not be. */
    static final String LONGEST_NAME =
            "de la Roche-Aubépine-Châteauneuf ".repeat(9).strip() + " d’Œuvrard";

    /** Letters of five languages. */
    static final String[][] PEOPLE = {
        {"Œuvrard-d'Éon", "Ÿvonne Ægidia"},
        {"Nguyễn Phước Bảo Lộc", "Thị Hồng Đào"},
        {"Brzęczyszczykiewicz", "Grzegorz Łukasz"},
        {"Öztürk-İpekçi", "Şule Çağla"},
        {"Le Goff", "Yann"},
        {"Novák-Šťastný", "Jiří Ľubomír"},
    };

    private static final String[] ROUTES = {
        "formation initiale", "apprentissage", "formation continue", "contrat de professionnalisation"
    };

    private Extremes() {}

    /** A session in which every optional field of the session is given. */
    static Bordereaux furnished() {
        return Bordereaux.deis()
                .field("Lieu", "Exempleville")
                .field("Établissement", "Institut régional d’intervention sociale d’Exempleville et du Val-Inventé")
                .field("Région", "Région inventée")
                .field("Arrêté de nomination", "arrêté préfectoral n° 2026-0417 du 4 mai 2026")
                .field("Ouverture", "9 h 00")
                .field("Clôture", "17 h 30")
                .field("Observations", "Séance sans incident.");
    }

    /** Many candidates of every kind, and many members of the jury. */
    static Bordereaux crowd(int candidates, int members) {
        Bordereaux crowd = furnished().withoutMembers();
        String[] colleges = {"État", "Formateurs", "Services et personnes qualifiées", "Employeurs", "Salariés"};
        for (int i = 0; i < members; i++) {
            crowd.member("Charme-" + i, colleges[i % colleges.length], i == 0 ? "président" : "membre")
                    .juror("Civilité", i % 2 == 0 ? "Mme" : "M.")
                    .juror("Qualité", i == 0 ? "représentant de l’État en région" : "responsable de formation")
                    .juror("Présent", i % 9 == 8 ? "excusé" : "oui");
        }
        for (int i = 0; i < candidates; i++) {
            candidate(crowd, i);
        }
        return crowd;
    }

    private static void candidate(Bordereaux crowd, int i) {
        String number = String.format("C%04d", i);
        if (i % 10 == 7) {
            crowd.vaeCandidate(number).with("BC02 VAE", i % 20 == 7 ? "non validé" : "validé");
        } else {
            crowd.candidate(number).with("Voie", ROUTES[i % ROUTES.length]);
        }
        crowd.with("Civilité", i % 2 == 0 ? "Mme" : "M.")
                .with("Nom de naissance", PEOPLE[i % PEOPLE.length][0])
                .with("Prénoms", PEOPLE[i % PEOPLE.length][1] + " " + (char) ('A' + i % 26))
                .with("Lieu de naissance", "Exempleville-sur-Mer")
                .with("Établissement", "Institut d’intervention sociale d’Exempleville");
        switch (i % 10) {
            case 1 -> crowd.with("BC01 Mémoire", "9,96").with("BC01 Soutenance", "10,05");
            case 2 -> crowd.with("Nom d'usage", "Dupont-Inventé").with("BC02 Soutenance", "ABS");
            case 3 -> crowd.clearBlock("BC03").with("Titre dispensant", "CAFERUIS");
            case 4 -> crowd.clearBlock("BC01").with("Blocs acquis", "BC01 (12/06/2024)");
            case 5 -> crowd.with("BC01 Pages", 130).with("Dérogation", "LONGUEUR_MEMOIRE : accord du jury");
            case 6 -> crowd.settled(number, "BC03 Article", "10", "relecture collégiale de l’article");
            case 8 -> crowd.with("Résultat réservé", "suspicion de fraude, en cours d’instruction");
            case 9 -> crowd.with("BC03 Article", "douze");
            case 0 -> crowd.with("BC01 Mémoire", "13,25");
            default -> {}
        }
    }

    /** Names, schools, places and reasons that are longer than any in life. */
    static Bordereaux longest() {
        String sentence = "Le jury constate un dépassement et l’admet, la qualité du travail n’en étant pas affectée. ";
        return furnished()
                .field(
                        "Établissement",
                        "Institut régional du travail social ".repeat(8).strip())
                .field(
                        "Libellé",
                        "Session extraordinaire de rattrapage de juin 2026 pour l’ensemble des établissements")
                .field("Observations", observations(60))
                .withoutMembers()
                .member(LONGEST_NAME, "État", "président")
                .juror(
                        "Qualité",
                        "directrice régionale adjointe de l’économie, de l’emploi, du travail "
                                .repeat(4)
                                .strip())
                .member("Orme", "Employeurs", "membre")
                .member("If", "Salariés", "membre")
                .member("Aulne", "Formateurs", "membre")
                .juror("Candidats", "L1")
                .member("Tremble", "Services et personnes qualifiées", "membre")
                .juror("Présent", "excusé")
                .candidate("L1")
                .with("Groupe", "groupe du longeron")
                .with("Civilité", "Mme")
                .with("Nom de naissance", LONGEST_NAME)
                .with("Nom d'usage", LONGEST_NAME)
                .with(
                        "Prénoms",
                        "Marie-Antoinette Joséphine Clémentine ".repeat(6).strip())
                .with("Lieu de naissance", "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch")
                .with(
                        "Établissement",
                        "Institut régional supérieur du travail éducatif et social "
                                .repeat(5)
                                .strip())
                .with("BC01 Pages", 130)
                .with("BC02 Pages", 20)
                .with("BC03 Signes", 15000)
                .with(
                        "Dérogation",
                        "LONGUEUR_MEMOIRE : " + sentence.repeat(3) + "; LONGUEUR_RAPPORT : " + sentence.repeat(3)
                                + "; LONGUEUR_ARTICLE : " + sentence.repeat(3))
                .candidate("L2")
                .with("Nom de naissance", "X".repeat(120))
                .with("Résultat réservé", sentence.repeat(8))
                .candidate("0123456789-0123456789_01234567")
                .with("Nom de naissance", "Œ")
                .settled("0123456789-0123456789_01234567", "BC01 Mémoire", "13,75", sentence.repeat(5));
    }

    /** That many lines of observations, each with words of its own. */
    static String observations(int lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 1; i <= lines; i++) {
            text.append("Observation n° ")
                    .append(i)
                    .append(" : le jury relève la qualité du travail ")
                    .append(i);
            text.append(i < lines ? ".\n" : ".");
        }
        return text.toString();
    }

    /** Nothing that is not required: no jury, no civility, no place, no date of deliberation. */
    static Bordereaux barest() {
        return Bordereaux.deis()
                .field("Statut", "provisoire")
                .withoutField("Date de délibération")
                .withoutMembers()
                .candidate("E1");
    }

    /** A session without a candidate. */
    static Bordereaux deserted() {
        return barest().withoutMembers();
    }
}

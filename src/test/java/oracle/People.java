package oracle;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Invented persons: French names with accents, hyphens, apostrophes and of every length; no two alike. */
final class People {
    record Person(String title, String name, String usedName, String firstNames, String birth, String place) {}

    private static final List<String> NAMES = List.of(
            "Aubrée",
            "Bérenguier",
            "Cœurdevey",
            "D'Hauterive",
            "de La Fontenelle",
            "Échavidre",
            "Fauchelevent",
            "Garrigou-Lasserre",
            "Œuvrard-d'Éon",
            "Hénaff",
            "Îlien",
            "Jolivelle",
            "Kervarrec",
            "L'Hermitte",
            "Maçonnay",
            "N'Diambour",
            "Ourliac",
            "Poncelain",
            "Quéméneuren",
            "Rœschwog",
            "Saint-Aubert",
            "Thévenoux",
            "Ursulin",
            "Vauquelinot",
            "Weylandt",
            "Yssartier",
            "Zélimont",
            "Bê",
            "Ly-Ançay",
            "Le Guével de Kermorvan",
            "de La Rochebrune-Montfaucon d'Entraigues-sur-Tarnelle",
            "Van der Straëten-Waillet de Bœsinghe-lez-Ypremont");

    private static final List<String> WOMEN = List.of(
            "Aïcha",
            "Anne-Élise",
            "Bérénice",
            "Chloé, Marie",
            "Danièle",
            "Élodie",
            "Françoise",
            "Gaëlle",
            "Hélène, Noémie",
            "Inès",
            "Joséphine",
            "Léa",
            "Maëlys",
            "Ophélie",
            "Zoé, Anne-Sophie, Maria de la Luz");

    private static final List<String> MEN = List.of(
            "Aurélien",
            "Benoît",
            "Cédric",
            "Émile, Jean",
            "François-Xavier",
            "Gaël",
            "Jean-Noël",
            "Kévin",
            "Loïc",
            "Maël",
            "Noël",
            "Raphaël",
            "Stéphane, Ange",
            "Théo",
            "Yaël");

    private static final List<String> PLACES = List.of(
            "Brèvecombe (99)",
            "Saint-Évroult-la-Côte",
            "Marsannes-sur-Vèbre",
            "L'Haÿe-Fontaine",
            "Œtange",
            "Port-Éther (Valdanie)");

    private final Random random;
    private final Set<String> taken = new HashSet<>();

    People(Random random) {
        this.random = random;
    }

    Person next() {
        while (true) {
            boolean woman = random.nextBoolean();
            String name = one(NAMES);
            String firstNames = one(woman ? WOMEN : MEN);
            LocalDate birth = LocalDate.of(1962, 1, 1).plusDays(random.nextInt(14_600));
            if (taken.add(fold(name + firstNames + birth))) {
                String used = random.nextInt(8) == 0 ? one(NAMES) : "";
                String written =
                        "%02d/%02d/%d".formatted(birth.getDayOfMonth(), birth.getMonthValue(), birth.getYear());
                return new Person(
                        woman ? "Mme" : "M.",
                        random.nextInt(6) == 0 ? name.toUpperCase(Locale.FRENCH) : name,
                        used,
                        firstNames,
                        written,
                        random.nextInt(5) == 0 ? "" : one(PLACES));
            }
        }
    }

    /** Two names that differ by accents, case or punctuation alone count as one: nobody is a homonym by chance. */
    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("[^\\p{L}\\p{N}]", "")
                .toLowerCase(Locale.ROOT);
    }

    private String one(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}

package fr.minutier.archive;

import fr.minutier.register.EntryText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files that an entry of an edition puts on record, as its text says.
 *
 * @param folder SHA-256 of each file of the session's folder, by its path
 * @param kept SHA-256 of each file that is kept of what was handed in and used, by its path
 * @param names what a person calls a file, by its path in the folder: an act has its number
 * @param whole whether every file of the folder is on record, and not its acts alone
 */
record OnRecord(Map<String, String> folder, Map<String, String> kept, Map<String, String> names, boolean whole) {

    static OnRecord of(List<String> facts) {
        Map<String, String> folder = new LinkedHashMap<>();
        Map<String, String> kept = new LinkedHashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        boolean whole = false;
        for (String fact : facts) {
            String word = EntryText.word(fact);
            if (!word.equals("act") && !word.equals("file")) {
                continue;
            }
            Map<String, String> values = EntryText.values(fact);
            String path = values.getOrDefault("path", "");
            String sha256 = values.getOrDefault("sha256", "");
            if (word.equals("act")) {
                folder.put(path, sha256);
                names.put(
                        path,
                        "l’acte n°\u00a0" + values.getOrDefault("act_number", "") + " («\u00a0" + path + "\u00a0»)");
            } else if (values.getOrDefault("place", "").equals("GARDE")) {
                kept.put(path, sha256);
            } else {
                whole = true;
                folder.put(path, sha256);
                names.put(path, "«\u00a0" + path + "\u00a0»");
            }
        }
        return new OnRecord(folder, kept, names, whole);
    }

    /** What is on record under a path, as a person calls it. */
    String name(String path) {
        return names.getOrDefault(path, "«\u00a0" + path + "\u00a0»");
    }

    /** The path at which the record has a file with this digest. */
    String pathOf(String sha256) {
        return folder.entrySet().stream()
                .filter(file -> file.getValue().equals(sha256))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
    }
}

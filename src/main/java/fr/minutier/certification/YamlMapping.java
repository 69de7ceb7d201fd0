package fr.minutier.certification;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML mapping whose keys are asked for one by one; it knows its lines, and which keys nobody asked for. What is wrong
 * is noted and something harmless answered, so that every fault of a file is found at once.
 */
final class YamlMapping {
    private final String file;
    private final Node node;
    private final List<InvalidDefinition.Fault> faults;
    private final Map<String, Node> entries = new LinkedHashMap<>();
    private final Set<String> unread = new LinkedHashSet<>();

    /** @param faults where what is wrong in this mapping is noted */
    YamlMapping(String file, Node node, List<InvalidDefinition.Fault> faults) {
        this.file = file;
        this.node = node;
        this.faults = faults;
        if (!(node instanceof MappingNode mapping)) {
            fault(node, "une liste de champs «\u00a0nom: valeur\u00a0» est attendue ici");
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode());
            if (entries.put(key, tuple.getValueNode()) != null) {
                fault(tuple.getKeyNode(), "le champ «\u00a0" + key + "\u00a0» est donné deux fois");
            }
            unread.add(key);
        }
    }

    void fault(String reason) {
        fault(node, reason);
    }

    void faultAt(String key, String reason) {
        fault(entries.getOrDefault(key, node), reason);
    }

    private void fault(Node where, String reason) {
        faults.add(new InvalidDefinition.Fault(file, where.getStartMark().getLine() + 1, reason));
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    String text(String key) {
        return required(key).map(this::scalar).orElse("");
    }

    String textOr(String key, String absent) {
        return has(key) ? text(key) : absent;
    }

    /** The number under a key that must be there; zero where it is none. */
    BigDecimal decimal(String key) {
        String text = text(key);
        try {
            return text.isEmpty() ? BigDecimal.ZERO : new BigDecimal(text);
        } catch (NumberFormatException e) {
            faultAt(key, "«\u00a0" + key + "\u00a0» doit être un nombre (point décimal)");
            return BigDecimal.ZERO;
        }
    }

    /** The number under a key that may be absent. */
    Optional<BigDecimal> optionalDecimal(String key) {
        return has(key) ? Optional.of(decimal(key)) : Optional.empty();
    }

    /** A number that the definition may leave to be filled. */
    Setting setting(String key) {
        if (entries.get(key) instanceof ScalarNode scalar
                && scalar.getValue().strip().equals(Setting.TO_FILL)) {
            unread.remove(key);
            return new Setting(null);
        }
        return new Setting(decimal(key));
    }

    Optional<LocalDate> date(String key) {
        String text = textOr(key, "");
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            faultAt(key, "«\u00a0" + key + "\u00a0» doit être une date AAAA-MM-JJ");
            return Optional.empty();
        }
    }

    /** The texts of a list that names at least one. */
    List<String> texts(String key) {
        if (required(key).isEmpty()) {
            return List.of();
        }
        List<String> texts = optionalTexts(key);
        if (texts.isEmpty()) {
            faultAt(key, "«\u00a0" + key + "\u00a0» doit nommer au moins une valeur");
        }
        return texts;
    }

    /** The texts of a list; an absent list is empty. */
    List<String> optionalTexts(String key) {
        return sequence(key).stream().map(this::scalar).toList();
    }

    /** The mapping under a key that must be there; an empty one where it is not. */
    Optional<YamlMapping> mapping(String key) {
        return required(key).map(value -> new YamlMapping(file, value, faults));
    }

    Optional<YamlMapping> optionalMapping(String key) {
        return has(key) ? mapping(key) : Optional.empty();
    }

    /** The mappings of a list; an absent list is empty. */
    List<YamlMapping> mappings(String key) {
        return sequence(key).stream()
                .map(item -> new YamlMapping(file, item, faults))
                .toList();
    }

    /** What the items of a list are, each a text alone or a mapping; an absent list is empty. */
    List<Object> textsOrMappings(String key) {
        List<Object> items = new ArrayList<>();
        for (Node item : sequence(key)) {
            items.add(item instanceof MappingNode ? new YamlMapping(file, item, faults) : scalar(item));
        }
        return items;
    }

    /** The keys of this mapping, in order; each is then asked for. */
    Set<String> keys() {
        return entries.keySet();
    }

    /** A misspelt field would silently drop its rule: every field must have been asked for. */
    void allRead() {
        unread.forEach(key -> faultAt(key, "le champ «\u00a0" + key + "\u00a0» est inconnu ici"));
        unread.clear();
    }

    private List<Node> sequence(String key) {
        if (!has(key)) {
            return List.of();
        }
        Node value = entries.get(key);
        unread.remove(key);
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        fault(value == null ? node : value, "«\u00a0" + key + "\u00a0» doit être une liste");
        return List.of();
    }

    private Optional<Node> required(String key) {
        Node value = entries.get(key);
        unread.remove(key);
        if (value == null) {
            fault(node, "le champ «\u00a0" + key + "\u00a0» manque");
        }
        return Optional.ofNullable(value);
    }

    private String scalar(Node value) {
        if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        fault(value, "un texte est attendu ici");
        return "";
    }
}

package fr.minutier.certification;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the blocks of a definition and the épreuves that they rest on. */
final class BlockReader {
    private final YamlMapping root;
    private final Optional<MarkScale> marks;
    private final DefinitionReader definition;
    /** The épreuves of the list of the definition, by code; empty ones are at fault. */
    private final Map<String, Optional<Epreuve>> listed = new LinkedHashMap<>();

    private final List<String> used = new ArrayList<>();

    /** @param marks the scale of marks, unless it is at fault */
    BlockReader(YamlMapping root, Optional<MarkScale> marks, DefinitionReader definition) {
        this.root = root;
        this.marks = marks;
        this.definition = definition;
    }

    List<Block> blocks() {
        for (YamlMapping epreuve : root.mappings("epreuves")) {
            String code = epreuve.text("code");
            if (listed.put(code, epreuve(epreuve, code, false)) != null) {
                epreuve.faultAt("code", "l’épreuve " + code + " est définie deux fois");
            }
        }
        List<Block> blocks = new ArrayList<>();
        List<YamlMapping> written = root.mappings("blocs");
        written.forEach(block -> block(block).ifPresent(blocks::add));
        if (written.isEmpty()) {
            root.fault("une certification a au moins un bloc");
        }
        for (String code : listed.keySet()) {
            if (!used.contains(code)) {
                root.faultAt("epreuves", "aucun bloc ne repose sur l’épreuve " + code);
            }
        }
        for (Block block : blocks) {
            compensated(block, blocks);
        }
        return blocks;
    }

    /** Marks that make up for each other in one block cannot be judged one by one in another. */
    private void compensated(Block block, List<Block> blocks) {
        if (block.compensation().isPresent()) {
            for (Epreuve epreuve : block.epreuves()) {
                if (blocks.stream()
                                .filter(other -> other.epreuves().contains(epreuve))
                                .count()
                        > 1) {
                    root.faultAt(
                            "blocs",
                            "l’épreuve " + epreuve.code() + " se compense dans le bloc " + block.code()
                                    + "\u00a0: aucun autre bloc ne peut reposer sur elle");
                }
            }
        }
    }

    private Optional<Block> block(YamlMapping block) {
        int before = definition.faults();
        String code = block.text("code");
        String title = block.text("intitule");
        String vaeColumn = block.text("colonne-vae");
        List<Competence> competences = block.mappings("competences").stream()
                .map(BlockReader::competence)
                .toList();
        List<Epreuve> epreuves = new ArrayList<>();
        Optional<Source> link = Optional.empty();
        if (block.has("epreuves")) {
            link = Optional.of(definition.source(block, "source-epreuves"));
            for (String named : block.texts("epreuves")) {
                used.add(named);
                if (!listed.containsKey(named)) {
                    block.faultAt(
                            "epreuves",
                            "l’épreuve «\u00a0" + named + "\u00a0» manque à la liste «\u00a0epreuves\u00a0»");
                }
                listed.getOrDefault(named, Optional.empty()).ifPresent(epreuves::add);
            }
        } else {
            block.mapping("epreuve").flatMap(own -> epreuve(own, code, true)).ifPresent(epreuves::add);
        }
        Optional<Compensation> compensation =
                block.optionalMapping("compensation").flatMap(this::compensation);
        block.allRead();
        Optional<Source> stated = link;
        // An épreuve of the list that is at fault is told where it stands.
        return epreuves.isEmpty()
                ? Optional.empty()
                : definition.made(
                        before,
                        block,
                        () -> new Block(
                                code,
                                title,
                                competences,
                                vaeColumn,
                                epreuves,
                                compensation,
                                stated.orElseGet(() -> epreuves.getFirst().source())));
    }

    private Optional<Compensation> compensation(YamlMapping compensation) {
        int before = definition.faults();
        var average = compensation.decimal("moyenne");
        Source source = definition.source(compensation);
        compensation.allRead();
        return definition.made(before, compensation, () -> new Compensation(average, source));
    }

    private static Competence competence(YamlMapping competence) {
        Competence read = new Competence(
                competence.text("code"), competence.text("intitule"), competence.optionalTexts("indicateurs"));
        competence.allRead();
        return read;
    }

    private Optional<Epreuve> epreuve(YamlMapping epreuve, String code, boolean inside) {
        int before = definition.faults();
        List<Component> components = new ArrayList<>();
        for (YamlMapping component : epreuve.mappings("composantes")) {
            component(component).ifPresent(components::add);
        }
        List<LengthLimit> lengths = new ArrayList<>();
        for (YamlMapping length : epreuve.mappings("longueurs")) {
            length(length).ifPresent(lengths::add);
        }
        Optional<CompetenceChoice> choice = epreuve.optionalMapping("competence-choisie")
                .map(field -> {
                    CompetenceChoice read =
                            new CompetenceChoice(field.text("colonne"), field.text("mesure"), definition.source(field));
                    field.allRead();
                    return read;
                });
        String title = epreuve.text("intitule");
        String form = epreuve.textOr("forme", "");
        boolean inCourse = yes(epreuve, "en-cours-de-formation");
        String place = epreuve.textOr("lieu", "");
        String examiners = epreuve.textOr("examinateurs", "");
        Optional<ExaminerRule> examinerRule = new PersonRuleReader(definition).examiners(epreuve);
        // One of the list may leave it out: it is then the block that needs an average.
        Optional<Setting> mark =
                inside || epreuve.has("seuil") ? Optional.of(epreuve.setting("seuil")) : Optional.empty();
        Source source = definition.source(epreuve);
        epreuve.allRead();
        Optional<Epreuve> read = definition.made(
                before,
                epreuve,
                () -> new Epreuve(
                        code,
                        title,
                        form,
                        inCourse,
                        place,
                        examiners,
                        examinerRule,
                        components,
                        lengths,
                        choice,
                        mark,
                        source));
        if (read.isPresent()
                && marks.isPresent()
                && !read.get().passable(marks.get().maximum())) {
            epreuve.faultAt("seuil", "le seuil va de 0 au maximum de points de l’épreuve");
            return Optional.empty();
        }
        return read;
    }

    private Optional<Component> component(YamlMapping component) {
        int before = definition.faults();
        String title = component.text("intitule");
        String column = component.text("colonne");
        List<String> aliases = component.optionalTexts("alias");
        Setting weight = component.setting("coefficient");
        boolean collective = yes(component, "collective");
        var floor = component.optionalDecimal("plancher");
        component.allRead();
        return definition.made(
                before, component, () -> new Component(title, column, aliases, weight, collective, floor));
    }

    private Optional<LengthLimit> length(YamlMapping length) {
        int before = definition.faults();
        String column = length.text("colonne");
        String measures = length.text("mesure");
        String unit = length.text("unite");
        var minimum = length.decimal("minimum");
        var maximum = length.decimal("maximum");
        String notCounted = length.textOr("hors", "");
        String anomaly = length.text("anomalie");
        Gravity gravity = gravity(length);
        Source source = definition.source(length);
        length.allRead();
        return definition.made(
                before,
                length,
                () -> new LengthLimit(column, measures, unit, minimum, maximum, notCounted, anomaly, gravity, source));
    }

    private static Gravity gravity(YamlMapping length) {
        String word = length.text("gravite");
        for (Gravity gravity : Gravity.values()) {
            if (gravity.name().equals(word)) {
                return gravity;
            }
        }
        if (!word.isEmpty()) {
            length.faultAt("gravite", "gravité inconnue «\u00a0" + word + "\u00a0»");
        }
        return Gravity.BLOQUANTE;
    }

    private static boolean yes(YamlMapping mapping, String key) {
        return switch (mapping.textOr(key, "false")) {
            case "true", "oui" -> true;
            case "false", "non" -> false;
            default -> {
                mapping.faultAt(key, "«\u00a0" + key + "\u00a0» vaut oui ou non");
                yield false;
            }
        };
    }
}

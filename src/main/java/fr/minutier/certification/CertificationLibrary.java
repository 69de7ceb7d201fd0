package fr.minutier.certification;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All definitions of a templates folder, by code. */
public final class CertificationLibrary {
    private final Map<String, Certification> byCode = new TreeMap<>();
    private final Map<String, NamedTitle> named = new TreeMap<>();

    /** Reads every definition of a folder that no other one completes. */
    public CertificationLibrary(Path templates) throws InvalidDefinition {
        this(TemplateFolder.of(templates));
    }

    /**
     * Reads every definition of {@code certifications/} under the templates folder.
     *
     * @throws InvalidDefinition for the first definition that cannot be used, or a folder that cannot be read
     */
    public CertificationLibrary(TemplateFolder templates) throws InvalidDefinition {
        for (String file : files(templates)) {
            DefinitionReader.Definition read = DefinitionReader.read(templates.file(file));
            Certification certification = read.certification();
            NamedTitle title = read.named();
            if (certification != null) {
                byCode.put(certification.code(), certification);
            } else if (title != null) {
                named.put(title.code(), title);
            }
        }
    }

    private static List<String> files(TemplateFolder templates) throws InvalidDefinition {
        try {
            return templates.files("certifications").stream()
                    .filter(path -> path.endsWith(".yaml"))
                    .toList();
        } catch (IOException e) {
            throw new InvalidDefinition(
                    templates.own().resolve("certifications").toString(), 0, "le dossier ne peut pas être lu");
        }
    }

    /** The certification of that code, exactly as written. */
    public Optional<Certification> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The titles that are known by name alone: no session can be held for them. In the order of their codes. */
    public Collection<NamedTitle> named() {
        return named.values();
    }

    /**
     * Reads one definition file, whatever folder it lies in.
     *
     * @throws InvalidDefinition with everything that is wrong in it
     */
    public static void verify(Path file) throws InvalidDefinition {
        DefinitionReader.read(file);
    }

    /** All certifications, in the order of their codes. */
    public Collection<Certification> all() {
        return byCode.values();
    }
}

package fr.minutier.bordereau.blank;

import fr.minutier.certification.Certification;
import fr.minutier.certification.CertificationLibrary;
import fr.minutier.certification.InvalidDefinition;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Blank bordereaux, and what a test reads in them. */
final class Blank {
    private Blank() {}

    static CertificationLibrary library() {
        return library(Path.of("templates"));
    }

    static CertificationLibrary library(Path templates) {
        try {
            return new CertificationLibrary(templates);
        } catch (InvalidDefinition e) {
            throw new IllegalStateException(e);
        }
    }

    static Certification deis() {
        return library().find("DEIS-RNCP39644").orElseThrow();
    }

    /** The DEIS under another code, with other blocks, marks, coefficients and bounds. */
    static Path renamed(Path folder) throws IOException {
        Path definitions = Files.createDirectories(folder.resolve("certifications"));
        String definition = Files.readString(Path.of("templates/certifications/DEIS-RNCP39644.yaml"))
                .replace("DEIS-RNCP39644", "ESSAI-1")
                .replace("BC0", "DC")
                .replace("Mémoire", "Thèse")
                .replace("coefficient: 3", "coefficient: 4")
                .replace("seuil: 50", "seuil: 60")
                .replace("minimum: 90", "minimum: 200")
                .replace("maximum: 120", "maximum: 300")
                .replace("pas: 0.01", "pas: 0.5");
        Files.writeString(definitions.resolve("ESSAI-1.yaml"), definition);
        return folder;
    }

    static BlankBordereau of(Certification certification) {
        return new BlankBordereau(certification, "JUIN-2026", 40, List.of());
    }

    static XSSFWorkbook workbook(byte[] xlsx) throws IOException {
        return new XSSFWorkbook(new ByteArrayInputStream(xlsx));
    }

    static Document part(byte[] ods, String name) throws Exception {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(ods))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                if (entry.getName().equals(name)) {
                    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
                    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(zip.readAllBytes()));
                }
            }
        }
        throw new IllegalArgumentException("no part " + name);
    }

    static List<String> names(byte[] zipped) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zipped))) {
            for (ZipEntry entry; (entry = zip.getNextEntry()) != null; ) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    static List<Element> elements(Document document, String name) {
        return elements(document.getElementsByTagName(name));
    }

    static List<Element> elements(Element within, String name) {
        return elements(within.getElementsByTagName(name));
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}

package fr.minutier.delivery;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Iterator;
import java.util.Map;
import java.util.SequencedMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * The file of holders for the SI-CPF, written holder after holder. Its elements and their order are those that certifiers
 * send (code du travail, art. L. 6113-8 and R. 6113-17-1); the schema of the Caisse des dépôts rules.
 *
 * @param id of this deposit, unique
 * @param made when it is made; to the second
 * @param client of the certifier at the Caisse des dépôts
 * @param contract of the certifier there
 * @param awardedOn the day of the jury
 */
public record CpfFile(String id, OffsetDateTime made, String client, String contract, LocalDate awardedOn) {
    private static final String CPF = "urn:cdc:cpf:pc5:schema:1.0.0";
    private static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    /**
     * Writes the file; the stream stays open.
     *
     * @param holders of each certification, by its code in the national register, as {@code RNCP} and digits; at least one each
     */
    public void write(SequencedMap<String, Iterator<CpfHolder>> holders, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("cpf", "flux", CPF);
            xml.writeNamespace("cpf", CPF);
            xml.writeNamespace("xsi", XSI);
            text(xml, "idFlux", id);
            text(
                    xml,
                    "horodatage",
                    DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(made.truncatedTo(ChronoUnit.SECONDS)));
            begin(xml, "emetteur");
            text(xml, "idClient", client);
            begin(xml, "certificateurs");
            begin(xml, "certificateur");
            text(xml, "idClient", client);
            text(xml, "idContrat", contract);
            begin(xml, "certifications");
            for (Map.Entry<String, Iterator<CpfHolder>> certification : holders.entrySet()) {
                begin(xml, "certification");
                text(xml, "type", "RNCP");
                text(xml, "code", certification.getKey());
                text(xml, "natureDeposant", "CERTIFICATEUR");
                begin(xml, "passageCertifications");
                while (certification.getValue().hasNext()) {
                    award(xml, certification.getValue().next());
                }
                xml.writeEndElement();
                xml.writeEndElement();
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private void award(XMLStreamWriter xml, CpfHolder holder) throws XMLStreamException {
        begin(xml, "passageCertification");
        text(xml, "idTechnique", holder.technicalId());
        text(xml, "obtentionCertification", "PAR_ADMISSION");
        text(xml, "donneeCertifiee", "true");
        text(xml, "dateDebutValidite", awardedOn.toString());
        text(xml, "dateFinValidite", null);
        text(xml, "presenceNiveauLangueEuro", "false");
        text(xml, "presenceNiveauNumeriqueEuro", "false");
        text(xml, "scoring", null);
        text(xml, "mentionValidee", null);
        begin(xml, "modalitesInscription");
        text(xml, "modaliteAcces", holder.access());
        xml.writeEndElement();
        begin(xml, "identificationTitulaire");
        holder(xml, holder);
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void holder(XMLStreamWriter xml, CpfHolder holder) throws XMLStreamException {
        LocalDate birth = holder.birthDate();
        begin(xml, "titulaire");
        text(xml, "nomNaissance", holder.birthName());
        text(xml, "nomUsage", holder.usageName());
        for (int i = 0; i < holder.firstNames().size(); i++) {
            text(xml, "prenom" + (i + 1), holder.firstNames().get(i));
        }
        text(xml, "anneeNaissance", "%04d".formatted(birth.getYear()));
        text(xml, "moisNaissance", "%02d".formatted(birth.getMonthValue()));
        text(xml, "jourNaissance", "%02d".formatted(birth.getDayOfMonth()));
        text(xml, "sexe", holder.sex());
        begin(xml, "codeCommuneNaissance");
        if (holder.communeCode() == null) {
            begin(xml, "codePostalNaissance");
            text(xml, "codePostal", null);
        } else {
            begin(xml, "codeInseeNaissance");
            text(xml, "codeInsee", holder.communeCode());
        }
        xml.writeEndElement();
        xml.writeEndElement();
        if (holder.communeName() != null) {
            text(xml, "libelleCommuneNaissance", holder.communeName());
        }
        text(xml, "codePaysNaissance", holder.countryCode());
        xml.writeEndElement();
    }

    private static void begin(XMLStreamWriter xml, String name) throws XMLStreamException {
        xml.writeStartElement("cpf", name, CPF);
    }

    /** An element with that text; without one, the element says that it has none. */
    private static void text(XMLStreamWriter xml, String name, @Nullable String text) throws XMLStreamException {
        if (text == null) {
            xml.writeEmptyElement("cpf", name, CPF);
            xml.writeAttribute("xsi", XSI, "nil", "true");
        } else {
            begin(xml, name);
            xml.writeCharacters(text);
            xml.writeEndElement();
        }
    }
}

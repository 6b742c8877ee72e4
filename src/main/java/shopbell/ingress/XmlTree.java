package shopbell.ingress;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import shopbell.model.Rejected;

/**
 * XML of others as plain values: an element is its text, or a map of its attributes ({@code @name}), its elements and, when
 * there is any, its text ({@code #text}); what stands there several times is a list. A document type is refused, and with
 * it every entity, inside or outside (OWASP, "XML External Entity Prevention").
 */
final class XmlTree {
  private static final int DEEPEST = 50;
  private static final int MOST_ATTRIBUTES = 100;

  private XmlTree() {}

  /** The root element under its name; MALFORMED otherwise, with the line. */
  static Map<String, Object> read(byte[] body) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(body));
      Map<String, Object> root = new LinkedHashMap<>();
      while (reader.hasNext()) {
        int event = reader.next();
        refuseEntities(event);
        if (event == XMLStreamConstants.START_ELEMENT) {
          root.put(reader.getLocalName(), element(reader, 1));
        }
      }
      return root;
    } catch (XMLStreamException e) {
      throw malformed("The body is not XML near line "
          + (e.getLocation() == null ? 1 : e.getLocation().getLineNumber()) + ".");
    }
  }

  private static Object element(XMLStreamReader reader, int depth) throws XMLStreamException {
    if (depth > DEEPEST || reader.getAttributeCount() > MOST_ATTRIBUTES) {
      throw malformed("The XML is nested deeper than " + DEEPEST + " levels, or has more than "
          + MOST_ATTRIBUTES + " attributes at one element.");
    }
    Map<String, Object> inside = new LinkedHashMap<>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      inside.put("@" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    StringBuilder text = new StringBuilder();
    for (int event = reader.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = reader.next()) {
      refuseEntities(event);
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = reader.getLocalName();
        inside.merge(name, element(reader, depth + 1), XmlTree::both);
      } else if (reader.isCharacters()) {
        text.append(reader.getText());
      }
    }
    String said = text.toString().strip();
    if (inside.isEmpty()) {
      return said;
    }
    if (!said.isEmpty()) {
      inside.put("#text", said);
    }
    return inside;
  }

  /** No element is a list by itself, so a list is what has stood here before several times. */
  private static Object both(Object before, Object next) {
    List<Object> all =
        new ArrayList<>(before instanceof List<?> several ? several : List.of(before));
    all.add(next);
    return all;
  }

  private static void refuseEntities(int event) {
    if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
      throw malformed("XML with a document type or entities is not read.");
    }
  }

  private static Rejected malformed(String detail) {
    return new Rejected(Rejected.Reason.MALFORMED, detail);
  }
}

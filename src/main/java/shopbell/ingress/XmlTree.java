package shopbell.ingress;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import shopbell.model.Rejected;

/**
 * Converts XML to plain values: an element is its text, or a map of its attributes ({@code @name}), its elements and,
 * when there is any, its text ({@code #text}); repeated elements are a list. A document type is refused, and with it
 * every entity, inside or outside (OWASP, "XML External Entity Prevention").
 */
final class XmlTree {
  private static final int DEEPEST = 50;
  private static final int MOST_ATTRIBUTES = 100;

  /** Elements and attributes, as many as JSON may have tokens. */
  private static final int MOST_PARTS = 500_000;

  private final XMLStreamReader reader;
  private int parts;

  private XmlTree(XMLStreamReader reader) {
    this.reader = reader;
  }

  /** The values of a repeated element; no element is a list by itself. */
  private static final class Several extends ArrayList<Object> {
    private static final long serialVersionUID = 1L;
  }

  /** The root element under its name; MALFORMED otherwise, with the line. */
  static Map<String, Object> read(byte[] body) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    try {
      XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(body));
      return new XmlTree(reader).whole();
    } catch (XMLStreamException e) {
      throw malformed("The body is not XML near line "
          + (e.getLocation() == null ? 1 : e.getLocation().getLineNumber()) + ".");
    }
  }

  private Map<String, Object> whole() throws XMLStreamException {
    Map<String, Object> root = new LinkedHashMap<>();
    while (reader.hasNext()) {
      int event = reader.next();
      refuseEntities(event);
      if (event == XMLStreamConstants.START_ELEMENT) {
        root.put(reader.getLocalName(), element(1));
      }
    }
    return root;
  }

  private Object element(int depth) throws XMLStreamException {
    int attributes = reader.getAttributeCount();
    if (depth > DEEPEST || attributes > MOST_ATTRIBUTES) {
      throw malformed("The XML is nested deeper than " + DEEPEST + " levels, or has more than "
          + MOST_ATTRIBUTES + " attributes at one element.");
    }
    parts += 1 + attributes;
    if (parts > MOST_PARTS) {
      throw malformed("The XML has more than " + MOST_PARTS + " elements and attributes.");
    }
    Map<String, Object> inside = new LinkedHashMap<>();
    for (int i = 0; i < attributes; i++) {
      inside.put("@" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    String said = inside(inside, depth);
    if (inside.isEmpty()) {
      return said;
    }
    if (!said.isEmpty()) {
      inside.put("#text", said);
    }
    return inside;
  }

  /** Adds the elements to {@code inside}; returns the text between them. */
  private String inside(Map<String, Object> inside, int depth) throws XMLStreamException {
    StringBuilder text = new StringBuilder();
    for (int event = reader.next();
        event != XMLStreamConstants.END_ELEMENT;
        event = reader.next()) {
      refuseEntities(event);
      if (event == XMLStreamConstants.START_ELEMENT) {
        String name = reader.getLocalName();
        inside.merge(name, element(depth + 1), XmlTree::both);
      } else if (reader.isCharacters()) {
        text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
      }
    }
    return text.toString().strip();
  }

  /** Appends to the existing values, without nesting: copying them each time would cost the square of their number. */
  private static Object both(Object before, Object next) {
    if (before instanceof Several several) {
      several.add(next);
      return several;
    }
    Several both = new Several();
    both.add(before);
    both.add(next);
    return both;
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

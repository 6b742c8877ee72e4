package shopbell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import shopbell.model.interaction.Interaction;

/** Calls that a telephone system forwards unanswered: one contact, and no friction for the customer. */
class ForwardedIT {
  private static final String FORM = "application/x-www-form-urlencoded";
  private static RunningShop shop;

  @BeforeAll
  static void open() {
    shop = RunningShop.open().hire("anna").hire("ben");
  }

  @AfterAll
  static void close() {
    shop.close();
  }

  private static void post(String door, String form) {
    shop.call("POST", "/in/" + door + "/" + RunningShop.KEY)
        .body(FORM, form)
        .send()
        .expect(200);
  }

  private static String number(String last) {
    shop.tell(Event.customer("F-" + last, "Fritz Weiter", "+49309900" + last));
    return "&direction=in&to=4930999&from=49309900" + last;
  }

  private static JsonNode rings(DeskClient deskClient, String door, String call) {
    return deskClient.card(
        Interaction.id(door, call),
        card -> card.at("/interaction/state").asText().equals("ringing")
            && card.at("/customer/name").asText().equals("Fritz Weiter"));
  }

  private static void isOneContact(JsonNode card) {
    assertEquals(0, card.at("/history/contacts").asInt(), card.path("history")::toString);
    assertEquals(0, card.path("friction").size(), card.path("friction")::toString);
    assertTrue(card.path("transferredFrom").isNull(), "nobody has talked before");
  }

  @Test
  void sipgateForwardsToAColleagueAsANewCallThatNamesTheFirst() {
    String call = number("01");
    try (DeskClient anna = shop.seat("anna");
        DeskClient ben = shop.seat("ben")) {
      post("sipgate", "event=newCall&callId=f1&origCallId=f1&user[]=anna" + call);
      rings(anna, "sipgate", "f1");
      post("sipgate", "event=hangup&callId=f1&cause=forwarded" + call);
      assertEquals("transferred", anna.gone(Interaction.id("sipgate", "f1")));
      post("sipgate", "event=newCall&callId=f2&origCallId=f1&diversion=101&user[]=ben" + call);
      isOneContact(rings(ben, "sipgate", "f2"));
    }
  }

  @Test
  void aLegThatNobodyAnswersAndTheNextAreOneContact() {
    String call = number("02");
    try (DeskClient anna = shop.seat("anna");
        DeskClient ben = shop.seat("ben")) {
      post("sipgate", "event=newCall&callId=n1&user[]=anna" + call);
      rings(anna, "sipgate", "n1");
      post("sipgate", "event=hangup&callId=n1&cause=noAnswer" + call);
      post("sipgate", "event=newCall&callId=n2&origCallId=n1&user[]=ben" + call);
      isOneContact(rings(ben, "sipgate", "n2"));
    }
  }

  @Test
  void aSystemThatNamesNoFirstCallMovesOnAtOnce() {
    String call = number("03");
    try (DeskClient anna = shop.seat("anna");
        DeskClient ben = shop.seat("ben")) {
      post("zammad-cti", "event=newCall&callId=m1&user=anna" + call);
      rings(anna, "zammad-cti", "m1");
      post("zammad-cti", "event=hangup&callId=m1&cause=noAnswer" + call);
      post("zammad-cti", "event=newCall&callId=m2&user=ben" + call);
      isOneContact(rings(ben, "zammad-cti", "m2"));
    }
  }

  @Test
  void aGroupAndTheMailboxWithOneIdAreOneContact() {
    String call = number("04") + "&callId=g1";
    try (DeskClient anna = shop.seat("anna");
        DeskClient ben = shop.seat("ben")) {
      post("zammad-cti", "event=newCall&user=anna" + call);
      rings(anna, "zammad-cti", "g1");
      post("zammad-cti", "event=newCall&user=ben" + call);
      isOneContact(rings(ben, "zammad-cti", "g1"));
      post("zammad-cti", "event=hangup&cause=noAnswer" + call);
      assertEquals("missed", ben.gone(Interaction.id("zammad-cti", "g1")));
      post("zammad-cti", "event=answer&user=voicemail" + call);
      post("zammad-cti", "event=hangup&cause=normalClearing" + call);
    }
    String again = number("04");
    try (DeskClient anna = shop.seat("anna")) {
      post("zammad-cti", "event=newCall&callId=g2&user=anna" + again);
      JsonNode card = rings(anna, "zammad-cti", "g2");
      assertEquals(1, card.at("/history/contacts").asInt());
      assertEquals("voicemail", card.at("/history/items/0/cause").asText());
    }
  }

  @Test
  void aTransferAfterATalkIsOneThatTheNextCardSays() {
    String call = number("05");
    try (DeskClient anna = shop.seat("anna");
        DeskClient ben = shop.seat("ben")) {
      post("sipgate", "event=newCall&callId=t1&origCallId=t1&user[]=anna" + call);
      rings(anna, "sipgate", "t1");
      post("sipgate", "event=answer&callId=t1&user=anna" + call);
      anna.card(Interaction.id("sipgate", "t1"), "active");
      post("sipgate", "event=newCall&callId=t2&origCallId=t1&diversion=101&user[]=ben" + call);
      JsonNode card = ben.card(
          Interaction.id("sipgate", "t2"), c -> !c.path("transferredFrom").isNull());
      assertEquals("anna", card.at("/transferredFrom/agent").asText());
      post("sipgate", "event=answer&callId=t2&user=ben" + call);
      post("sipgate", "event=hangup&callId=t1&cause=normalClearing" + call);
      post("sipgate", "event=hangup&callId=t2&cause=normalClearing" + call);
      ben.card(Interaction.id("sipgate", "t2"), "wrap-up");
      post("sipgate", "event=newCall&callId=t3&user[]=anna" + call);
      JsonNode later = anna.card(
          Interaction.id("sipgate", "t3"),
          c -> c.at("/history/items").size() == 2
              && c.at("/history/items/1/state").asText().equals("wrap-up"));
      assertEquals(1, later.at("/history/items/0/transfers").asInt());
      assertEquals(0, later.at("/history/items/1/transfers").asInt());
    }
  }
}

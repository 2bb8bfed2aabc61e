package org.papermap.embed.internal.formats.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.papermap.embed.internal.formats.Field;
import org.papermap.embed.internal.formats.Gathered;

class CatalogueXmlTest {
  @Test
  void reads_what_ebsco_exports() throws IOException {
    Gathered read =
        Gathered.of(
            """
            <records><rec resultID="1"><header shortDbName="aph" uiTerm="123"><controlInfo>
            <jinfo><jtl>Journal of Knots</jtl></jinfo>
            <pubinfo><dt year="2019" month="03" day="14">Mar2019</dt></pubinfo>
            <artinfo><ui type="doi">10.5555/k.1</ui><tig><atl>Knots in wet rope</atl></tig>
            <aug><au>Lind, Ada</au><au>Moreau, Jo</au><affil>Lund</affil></aug>
            <ab>We tie two hundred knots.</ab></artinfo></controlInfo></header></rec></records>
            """);

    assertThat(read.words()).isEqualTo("EBSCO XML");
    assertThat(read.titles()).containsExactly("Knots in wet rope");
    assertThat(read.abstracts()).containsExactly("We tie two hundred knots.");
    assertThat(read.record(0).authors()).containsExactly("Lind, Ada", "Moreau, Jo");
    assertThat(read.all(Field.DATE)).containsExactly("2019-03-14");
    assertThat(read.all(Field.DOI)).containsExactly("10.5555/k.1");
    assertThat(read.all(Field.VENUE)).containsExactly("Journal of Knots");
  }

  @Test
  void reads_what_primo_shows() throws IOException {
    Gathered read =
        Gathered.of(
            """
            <record xmlns="http://www.exlibrisgroup.com/xsd/primo/primo_nm_bib"><control><recordid>TN_1</recordid></control>
            <display><title>Knots : wet rope / Ada Lind.</title><creator>Lind, Ada$$QLind, Ada ; Moreau, Jo</creator>
            <description>We tie two hundred knots.</description></display>
            <sort><title>Knots</title><creationdate>2019</creationdate></sort>
            <addata><doi>10.5555/k.1</doi></addata></record>
            """);

    assertThat(read.words()).isEqualTo("Primo");
    assertThat(read.titles()).containsExactly("Knots: wet rope");
    assertThat(read.abstracts()).containsExactly("We tie two hundred knots.");
    assertThat(read.record(0).authors()).containsExactly("Lind, Ada", "Moreau, Jo");
    assertThat(read.all(Field.DATE)).containsExactly("2019");
    assertThat(read.all(Field.DOI)).containsExactly("10.5555/k.1");
  }

  @Test
  void reads_what_solr_answers_as_its_json() throws IOException {
    Gathered read =
        Gathered.of(
            """
            <response><lst name="responseHeader"><int name="status">0</int></lst>
            <result name="response" numFound="1" start="0"><doc><str name="docid">1</str>
            <arr name="title_s"><str>Knots in wet rope</str></arr>
            <arr name="authFullName_s"><str>Ada Lind</str><str>Jo Moreau</str></arr>
            <arr name="abstract_s"><str>We tie two hundred knots.</str></arr>
            <str name="doiId_s">10.5555/k.1</str><int name="producedDateY_i">2019</int></doc></result></response>
            """);

    assertThat(read.words()).isEqualTo("Solr XML");
    assertThat(read.titles()).containsExactly("Knots in wet rope");
    assertThat(read.abstracts()).containsExactly("We tie two hundred knots.");
    assertThat(read.record(0).authors()).containsExactly("Ada Lind", "Jo Moreau");
    assertThat(read.all(Field.DATE)).containsExactly("2019");
  }

  @Test
  void reads_a_workbook_of_excel_2003() throws IOException {
    Gathered read =
        Gathered.of(
            """
            <?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
            <Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
            <Worksheet ss:Name="1"><Table><Row><Cell><Data ss:Type="String">Export of today</Data></Cell></Row>
            <Row><Cell><Data>Title</Data></Cell><Cell><Data>Year</Data></Cell><Cell><Data>Abstract</Data></Cell></Row>
            <Row><Cell><Data>Knots in wet rope</Data></Cell><Cell ss:Index="3"><Data>We tie two hundred knots.</Data></Cell></Row>
            </Table></Worksheet></Workbook>
            """);

    assertThat(read.words()).isEqualTo("spreadsheet (XML)");
    assertThat(read.titles()).containsExactly("Knots in wet rope");
    assertThat(read.abstracts()).containsExactly("We tie two hundred knots.");
    assertThat(read.told()).containsExactly("navigation 3: Export of today");
  }

  @Test
  void reads_what_dspace_keeps_in_both_its_forms() throws IOException {
    String record =
        "<record><header><identifier>oai:x:1</identifier></header><metadata>%s</metadata></record>";
    String dim =
        """
        <dim:dim xmlns:dim="http://www.dspace.org/xmlns/dspace/dim">
        <dim:field mdschema="dc" element="contributor" qualifier="author">Lind, Ada</dim:field>
        <dim:field mdschema="dc" element="date" qualifier="accessioned">2021-01-01</dim:field>
        <dim:field mdschema="dc" element="date" qualifier="issued">2019</dim:field>
        <dim:field mdschema="dc" element="description">Made available</dim:field>
        <dim:field mdschema="dc" element="description" qualifier="abstract">We tie.</dim:field>
        <dim:field mdschema="dc" element="title">Knots in wet rope</dim:field></dim:dim>
        """;
    String xoai =
        """
        <metadata xmlns="http://www.lyncode.com/xoai"><element name="dc">
        <element name="contributor"><element name="author"><element name="none">
        <field name="value">Lind, Ada</field><field name="authority">7</field></element></element></element>
        <element name="date"><element name="issued"><element name="none"><field name="value">2019</field></element></element></element>
        <element name="description"><element name="abstract"><element name="en"><field name="value">We tie.</field></element></element></element>
        <element name="title"><element name="none"><field name="value">Knots in wet rope</field></element></element>
        </element><element name="bundles"><element name="bundle"><field name="name">TEXT</field></element></element></metadata>
        """;

    Gathered read =
        Gathered.of(
            "<OAI-PMH><ListRecords>"
                + record.formatted(dim)
                + record.formatted(xoai)
                + "</ListRecords></OAI-PMH>");

    assertThat(read.titles()).containsExactly("Knots in wet rope", "Knots in wet rope");
    assertThat(read.abstracts()).containsExactly("We tie.", "We tie.");
    assertThat(read.record(0).authors()).containsExactly("Lind, Ada");
    assertThat(read.record(1).authors()).containsExactly("Lind, Ada");
    assertThat(read.all(Field.DATE)).containsExactly("2019", "2019");
  }

  @Test
  void reads_the_sources_of_word() throws IOException {
    Gathered read =
        Gathered.of(
            """
            <b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"><b:Source>
            <b:SourceType>JournalArticle</b:SourceType><b:Tag>Lin19</b:Tag><b:Author><b:Author><b:NameList>
            <b:Person><b:Last>Lind</b:Last><b:Middle>B.</b:Middle><b:First>Ada</b:First></b:Person></b:NameList></b:Author></b:Author>
            <b:Title>Knots in wet rope</b:Title><b:Year>2019</b:Year><b:Month>May</b:Month>
            <b:JournalName>Journal of Knots</b:JournalName></b:Source></b:Sources>
            """);

    assertThat(read.words()).isEqualTo("sources of Word");
    assertThat(read.titles()).containsExactly("Knots in wet rope");
    assertThat(read.record(0).authors()).containsExactly("Ada B. Lind");
    assertThat(read.all(Field.DATE)).containsExactly("2019-05");
    assertThat(read.all(Field.VENUE)).containsExactly("Journal of Knots");
  }

  @Test
  void reads_a_project_of_citavi() throws IOException {
    Gathered read =
        Gathered.of(
            """
            <CitaviExchangeData Version="6.8.0.0"><Periodicals><Periodical id="j1"><Name>Journal of Knots</Name></Periodical></Periodicals>
            <Persons><Person id="p1"><FirstName>Ada</FirstName><LastName>Lind</LastName></Person>
            <Person id="p2"><FirstName>Jo</FirstName><LastName>Moreau</LastName></Person></Persons>
            <References><Reference id="r1"><PeriodicalID>j1</PeriodicalID><AbstractFormatted>{\\rtf1 We}</AbstractFormatted>
            <Abstract>We tie two hundred knots.</Abstract><DOI>10.5555/k.1</DOI><Title>Knots</Title><Subtitle>wet rope</Subtitle><Year>2019</Year></Reference>
            <Reference id="r2"><Title>Nets</Title></Reference></References>
            <ReferenceAuthors><OnetoN>r1;p2;p1</OnetoN></ReferenceAuthors>
            <ReferenceEditors><OnetoN>r2;p1</OnetoN></ReferenceEditors></CitaviExchangeData>
            """);

    assertThat(read.words()).isEqualTo("Citavi");
    assertThat(read.titles()).containsExactly("Knots: wet rope", "Nets");
    assertThat(read.abstracts()).containsExactly("We tie two hundred knots.", "");
    assertThat(read.record(0).authors()).containsExactly("Jo Moreau", "Ada Lind");
    assertThat(read.record(1).authors()).containsExactly("Ada Lind");
    assertThat(read.all(Field.DATE)).containsExactly("2019", "");
    assertThat(read.all(Field.VENUE)).containsExactly("Journal of Knots", "");
  }

  @Test
  void chapters_that_mets_describes_apart_are_told() throws IOException {
    String described =
        "<dmdSec"
            + " ID=\"%1$s\"><mdWrap><xmlData><mods:mods><mods:titleInfo><mods:title>%2$s</mods:title></mods:titleInfo></mods:mods></xmlData></mdWrap></dmdSec>\n";
    Gathered read =
        Gathered.of(
            "<mets xmlns:mods=\"http://www.loc.gov/mods/v3\">\n"
                + described.formatted("D0", "A history of tide mills")
                + described.formatted("D1", "Preface")
                + described.formatted("D2", "On millers")
                + "<structMap><div TYPE=\"monograph\" DMDID=\"D0\"><div TYPE=\"preface\""
                + " DMDID=\"D1\"/><div TYPE=\"article\" DMDID=\"D2\"/></div></structMap></mets>\n");

    assertThat(read.titles()).containsExactly("A history of tide mills", "On millers");
    assertThat(read.told()).containsExactly("navigation 3: preface of a work: Preface");
  }

  @Test
  void a_doi_may_be_named_as_information() throws IOException {
    Gathered read =
        Gathered.of(
            "<OAI-PMH><ListRecords><record><header><identifier>oai:x:1</identifier></header><metadata>"
                + "<dc><title>Knots</title><identifier>https://x.org/1</identifier>"
                + "<identifier>info:doi/10.5555/k.1</identifier></dc></metadata></record></ListRecords></OAI-PMH>");

    assertThat(read.all(Field.DOI)).containsExactly("info:doi/10.5555/k.1");
  }
}

import { describe, expect, it } from '@jest/globals';
import { articles as articlesInEnglish } from './articles.en.js';
import { articles } from './articles.fr.js';
import { assessments as assessmentsInEnglish, assessmentTerms as assessmentTermsInEnglish } from './assessments.en.js';
import { assessments, assessmentTerms } from './assessments.fr.js';
import { audits as auditsInEnglish } from './audits.en.js';
import { audits } from './audits.fr.js';
import { deviceTerms as deviceTermsInEnglish, deviceWords as deviceWordsInEnglish } from './device-terms.en.js';
import { deviceTerms, deviceWords } from './device-terms.fr.js';
import { donations as donationsInEnglish, donationTerms as donationTermsInEnglish } from './donations.en.js';
import { donations, donationTerms } from './donations.fr.js';
import { dropIns as dropInsInEnglish } from './drop-ins.en.js';
import { dropIns } from './drop-ins.fr.js';
import { duplicates as duplicatesInEnglish } from './duplicates.en.js';
import { duplicates } from './duplicates.fr.js';
import { en as english } from './en.js';
import { enrolList as enrolListInEnglish } from './enrol-list.en.js';
import { enrolList } from './enrol-list.fr.js';
import { entitlements as entitlementsInEnglish } from './entitlements.en.js';
import { entitlements } from './entitlements.fr.js';
import { evidence as evidenceInEnglish } from './evidence.en.js';
import { evidence } from './evidence.fr.js';
import { exceptions as exceptionsInEnglish } from './exceptions.en.js';
import { exceptions } from './exceptions.fr.js';
import { exported as exportsInEnglish } from './exports.en.js';
import { exported } from './exports.fr.js';
import { fr as french } from './fr.js';
import { gate as gateInEnglish } from './gate.en.js';
import { gate } from './gate.fr.js';
import { gateway as gatewayInEnglish } from './gateway.en.js';
import { gateway } from './gateway.fr.js';
import { grades as gradesInEnglish } from './grades.en.js';
import { grades } from './grades.fr.js';
import { imports as importsInEnglish } from './imports.en.js';
import { imports } from './imports.fr.js';
import { keepings as keepingsInEnglish } from './keepings.en.js';
import { keepings } from './keepings.fr.js';
import { keptSales as keptSalesInEnglish } from './kept-sales.en.js';
import { keptSales } from './kept-sales.fr.js';
import { landing as landingInEnglish } from './landing.en.js';
import { landing } from './landing.fr.js';
import { members as membersInEnglish } from './members.en.js';
import { members } from './members.fr.js';
import { notices as noticesInEnglish, noticeTerms as noticeTermsInEnglish } from './notices.en.js';
import { notices, noticeTerms } from './notices.fr.js';
import { openData as openDataInEnglish } from './open-data.en.js';
import { openData } from './open-data.fr.js';
import {
  peopleImports as peopleImportsInEnglish,
  peopleImportTerms as peopleImportTermsInEnglish,
} from './people-imports.en.js';
import { peopleImports, peopleImportTerms } from './people-imports.fr.js';
import { placeTerms as placeTermsInEnglish } from './place-terms.en.js';
import { placeTerms } from './place-terms.fr.js';
import { places as placesInEnglish } from './places.en.js';
import { places } from './places.fr.js';
import { prescriptions as prescriptionsInEnglish } from './prescriptions.en.js';
import { prescriptions } from './prescriptions.fr.js';
import { radar as radarInEnglish } from './radar.en.js';
import { radar } from './radar.fr.js';
import { resources as resourcesInEnglish } from './resources.en.js';
import { resources } from './resources.fr.js';
import { rights as rightsInEnglish } from './rights.en.js';
import { rights } from './rights.fr.js';
import { series as seriesInEnglish } from './series.en.js';
import { series } from './series.fr.js';
import { sharing as sharingInEnglish } from './sharing.en.js';
import { sharing } from './sharing.fr.js';
import { supports as supportsInEnglish, supportTerms as supportTermsInEnglish } from './supports.en.js';
import { supports, supportTerms } from './supports.fr.js';
import { team as teamInEnglish, teamTerms as teamTermsInEnglish } from './team.en.js';
import { team, teamTerms } from './team.fr.js';
import { tillDays as tillDaysInEnglish } from './till-days.en.js';
import { tillDays } from './till-days.fr.js';
import { tillFiles as tillFilesInEnglish } from './till-files.en.js';
import { tillFiles } from './till-files.fr.js';
import { timeline as timelineInEnglish } from './timeline.en.js';
import { timeline } from './timeline.fr.js';
import { transfers as transfersInEnglish, transferTerms as transferTermsInEnglish } from './transfers.en.js';
import { transfers, transferTerms } from './transfers.fr.js';
import { vocabulary as vocabularyInEnglish } from './vocabulary.en.js';
import { vocabulary } from './vocabulary.fr.js';

/** The words of all pages, and those that some pages bring along. */
const fr = {
  ...french,
  ...assessments,
  ...timeline,
  ...evidence,
  ...gateway,
  ...places,
  ...imports,
  ...members,
  ...articles,
  ...rights,
  ...transfers,
  ...series,
  ...keepings,
  ...deviceWords,
  ...tillDays,
  ...tillFiles,
  ...exceptions,
  ...grades,
  ...audits,
  ...donations,
  ...entitlements,
  ...sharing,
  ...dropIns,
  ...keptSales,
  ...duplicates,
  ...prescriptions,
  ...peopleImports,
  ...enrolList,
  ...gate,
  ...landing,
  ...supports,
  ...openData,
  ...notices,
  ...team,
  ...resources,
  ...radar,
  ...flat(exported),
};
const en: Readonly<Record<string, string>> = {
  ...english,
  ...assessmentsInEnglish,
  ...timelineInEnglish,
  ...evidenceInEnglish,
  ...gatewayInEnglish,
  ...placesInEnglish,
  ...importsInEnglish,
  ...membersInEnglish,
  ...articlesInEnglish,
  ...rightsInEnglish,
  ...transfersInEnglish,
  ...seriesInEnglish,
  ...keepingsInEnglish,
  ...deviceWordsInEnglish,
  ...tillDaysInEnglish,
  ...tillFilesInEnglish,
  ...exceptionsInEnglish,
  ...gradesInEnglish,
  ...auditsInEnglish,
  ...donationsInEnglish,
  ...entitlementsInEnglish,
  ...sharingInEnglish,
  ...dropInsInEnglish,
  ...keptSalesInEnglish,
  ...duplicatesInEnglish,
  ...prescriptionsInEnglish,
  ...peopleImportsInEnglish,
  ...enrolListInEnglish,
  ...gateInEnglish,
  ...landingInEnglish,
  ...supportsInEnglish,
  ...openDataInEnglish,
  ...noticesInEnglish,
  ...teamInEnglish,
  ...resourcesInEnglish,
  ...radarInEnglish,
  ...flat(exportsInEnglish),
};

/** Words kept in groups, each named by its group as well. */
function flat(groups: Readonly<Record<string, Readonly<Record<string, string>>>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(groups).flatMap(([group, words]) =>
      Object.entries(words).map(([id, sentence]) => [`export.${group}.${id}`, sentence]),
    ),
  );
}

/** The values that a sentence is filled with, `{count}` and `{count, plural, …}` alike. */
function placeholders(sentence: string): string[] {
  return [...sentence.matchAll(/\{(\w+)(?=[,}])/g)].map((match) => match[1] ?? '').sort();
}

describe('the two languages', () => {
  it('have the same sentences', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort());
  });
  it('fill each sentence with the same values', () => {
    const differing = Object.entries(fr).filter(
      ([id, sentence]) => placeholders(sentence).join() !== placeholders(en[id] ?? '').join(),
    );
    expect(differing).toEqual([]);
  });
  it('name the same values of the trade', () => {
    const keys = (words: object) => Object.entries(words).map(([list, values]) => [list, Object.keys(values)]);
    expect(keys(vocabularyInEnglish)).toEqual(keys(vocabulary));
    expect(keys(placeTermsInEnglish)).toEqual(keys(placeTerms));
    expect(keys(deviceTermsInEnglish)).toEqual(keys(deviceTerms));
    expect(keys(donationTermsInEnglish)).toEqual(keys(donationTerms));
    expect(keys(transferTermsInEnglish)).toEqual(keys(transferTerms));
    expect(keys(noticeTermsInEnglish)).toEqual(keys(noticeTerms));
    expect(keys(assessmentTermsInEnglish)).toEqual(keys(assessmentTerms));
    expect(keys(peopleImportTermsInEnglish)).toEqual(keys(peopleImportTerms));
    expect(keys(supportTermsInEnglish)).toEqual(keys(supportTerms));
    expect(keys(teamTermsInEnglish)).toEqual(keys(teamTerms));
  });
  it('keep an ordinary space from standing before French double punctuation', () => {
    const labels = [
      vocabulary,
      placeTerms,
      deviceTerms,
      donationTerms,
      transferTerms,
      noticeTerms,
      teamTerms,
      assessmentTerms,
      supportTerms,
      peopleImportTerms,
    ].flatMap((lists: Readonly<Record<string, Readonly<Record<string, string>>>>) =>
      Object.values(lists).flatMap((list) => Object.values(list)),
    );
    const wrong = [...Object.values(fr), ...labels].filter((sentence) =>
      /[^\s] [:;?!%»]|« /.test(sentence.replaceAll(/\{[^}]*\{/g, '')),
    );
    expect(wrong).toEqual([]);
  });
});

/** What the service sends staff and takes from them, by the page's own names; `web/shared/src/api/staff.ts` is made from the service's description. */

import type { components as publicComponents } from 'intake-shared/api/applicant'
import type { components } from 'intake-shared/api/staff'

export type Schemas = components['schemas']
type Public = publicComponents['schemas']

export type DeskCase = Schemas['DeskCase']
export type AttachedResult = Schemas['AttachedResult']
export type Result = Schemas['ResultView']
export type CounterReceipt = Schemas['CounterReceipt']
export type OnSpotRequest = Schemas['OnSpotRequest']
export type Clock = Schemas['ClockView']
export type LogLine = DeskCase['log'][number]
export type Slot = Schemas['MaterialSlot']
export type PaperFile = Schemas['FileView']
export type Finding = Schemas['Finding']
export type Papers = Schemas['CasePapers']
export type Account = Schemas['AccountView']
export type Overview = Schemas['Overview']
export type FigureTables = Schemas['FigureList']
export type FigureTable = Schemas['FigureTableView']
export type ListedCases = Schemas['ListedCases']
export type Card = Schemas['CardView']
export type CardPage = Schemas['CardPage']
export type CardRules = Schemas['CardRuleList']
export type Complaint = Schemas['DeskComplaint']
export type Rating = Schemas['DeskRating']
export type Regulated = Schemas['Regulated']
export type ResultLine = Schemas['ResultLine']
export type ResultLines = Schemas['ResultLines']
export type Feedback = Schemas['FeedbackView']
export type Report = Schemas['Report']
export type Letter = Schemas['ChangeRequestView']
export type LetterWritten = Schemas['ChangeRequest']
export type LetterAnswer = Schemas['ChangeAnswer']
export type Letters = Schemas['ChangeRequestList']
export type SharedPapers = Schemas['SharedPapers']
export type SharedCheck = Schemas['SharedCheck']
export type OutboxPage = Schemas['OutboxPage']
export type Consent = Schemas['ConsentView']
export type ConsentList = Schemas['ConsentList']
export type Transitions = Schemas['TransitionTable']
export type Session = Schemas['Session']
export type SignInWays = Public['SignInWays']
export type Token = Schemas['TokenView']
export type TokenMade = Schemas['TokenMade']
export type CodeOffered = Schemas['CodeOffered']
export type Queue = Schemas['Queue']
export type QueueLine = Schemas['QueueLine']
export type QueueClock = Schemas['QueueClockView']
export type Summary = Schemas['Summary']
export type CaseHolding = Schemas['CaseHolding']
export type PageAct = Schemas['PageActView']
export type PageActs = Schemas['PageActs']
export type ActPreview = Schemas['ActPreview']
export type OutgoingText = Schemas['OutgoingText']
export type Note = Schemas['NoteView']
export type CaseSentences = Schemas['CaseSentences']
export type SavedView = Schemas['SavedView']
export type AccountMade = Schemas['AccountMade']
export type Role = Schemas['RoleView']
export type CentreEntry = Schemas['EntryWanted']['entry']
export type EntryKind = CentreEntry['kind']
export type EntryOf<K extends EntryKind> = Extract<CentreEntry, { kind: K }>
export type EntryView = Schemas['EntryView']
export type EntryList = Schemas['EntryList']
export type CentrePlaces = Schemas['CentrePlaces']
export type ChangePreview = Schemas['ChangePreview']
export type Displaced = Schemas['DisplacedAppointment']
export type DayOfAppointments = Schemas['DayOfAppointments']
export type Visit = Schemas['ExpectedVisit']
export type DutyDay = Schemas['DutyDay']
export type RegisterView = Schemas['RegisterView']
export type MovedAppointment = Schemas['MovedAppointment']
export type Slots = Public['SlotsView']
export type TalkQueue = Schemas['TalkQueue']
export type TalkEntry = Schemas['TalkEntry']
export type DeskTalk = Schemas['DeskTalk']
export type TalkLine = Schemas['TalkLine']
export type InHand = Schemas['InHand']
export type OfficialPaperList = Schemas['OfficialPaperList']
export type Callback = Schemas['CallbackView']
export type CallbackList = Schemas['CallbackList']
export type Proposal = Schemas['ProposalView']
export type SavedSentence = Schemas['SavedSentence']

/** A case that is new or has changed, as `/desk/events` tells it; streams are no part of the description (`api/live/schemas.py`). */
export interface DeskCaseEvent {
  number: string
  item: string
  new: boolean
  stage: string
  state: string
  version: number
  claimed_by: string
  claimed_name: string
  looking: string[]
  looking_names: string[]
}

export interface DeskCounts {
  groups: Record<string, number>
}

/** Which talks and call-backs have changed, and how many wait for a person. */
export interface DeskTalksEvent {
  changed: string[]
  waiting: number
}
export type RehearsalResult = Schemas['RehearsalResult']
export type RehearsedTurn = Schemas['RehearsedTurn']
export type EntryKindOfLibrary = Schemas['EntryKind']
export type EntryLine = Schemas['EntryLine']
export type EntryLines = Schemas['EntryLines']
export type LibraryEdit = Schemas['LibraryEdit']
export type LibraryEntry = Schemas['LibraryEntry']
export type ChangeLines = Schemas['ChangeLines']
export type TriedSentences = Schemas['TriedSentences']
export type RecordForms = Schemas['RecordForms']
export type RecordCheck = Schemas['RecordCheck']
export type FormField = Schemas['FormFieldView']
export type FindingOfRecord = Schemas['RecordFindingView']
export type NamedRecord = Schemas['NamedRecord']
export type SaidGroup = Schemas['SaidGroup']
export type WhatPeopleSaid = Schemas['WhatPeopleSaid']
export type SettleWanted = Schemas['SettleWanted']
export type Settled = Schemas['Settled']
export type HeardAs = Schemas['HeardAs']
export type Releases = Schemas['Releases']
export type ReleaseLine = Schemas['ReleaseLine']
export type ReleaseDetail = Schemas['ReleaseDetail']
export type EntryDifference = Schemas['EntryDifferenceView']
export type PublishingView = Schemas['PublishingView']
export type PublishingReport = Schemas['PublishingReport']
export type ConversationCheck = Schemas['Check']
export type KeptConversation = Schemas['KeptConversationView']
export type KeptConversations = Schemas['KeptConversations']

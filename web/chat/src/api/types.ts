/** What the service sends and takes, by the page's own names; written in `web/shared/src/api/applicant.ts`, which is made from the service's description. */

import type { components } from 'intake-shared/api/applicant'

export type Schemas = components['schemas']

export type Appointment = Schemas['AppointmentView']
export type CheckCardView = Schemas['CheckCard']
export type CaseStatus = Schemas['CaseStatus']
export type Complaint = Schemas['ComplaintView']
export type About = Schemas['ComplaintRequest']['about']
export type CurrentAppointment = Schemas['CurrentAppointment']
export type Department = Schemas['DepartmentView']
export type Due = Schemas['DueView']
export type Exchange = Schemas['ShownExchange']
export type Fee = Schemas['NoticeFee']
export type FieldProblem = Schemas['FieldProblem']
export type FileReceived = Schemas['FileReceived']
export type Finding = Schemas['Finding']
export type Gap = Schemas['Gap']
export type Intake = Schemas['IntakeView']
export type Item = Schemas['ItemSummary']
export type Limit = Schemas['Limit']
export type Limits = Schemas['Limits']
export type Material = Schemas['NoticeMaterial']
export type MaterialState = Intake['materials'][string]
export type Message = Schemas['ShownMessage']
export type Card = NonNullable<Message['custom']>
export type NoticeContent = Schemas['NoticeContent']
export type NoticeItem = Schemas['NoticeItem']
export type Option = Schemas['Option']
/** A row to tap: an option of the bot, or one that the page offers of its own. */
export type Choice = Pick<Option, 'number' | 'label' | 'note' | 'payload'> & Partial<Pick<Option, 'opens' | 'is_button'>>
export type Place = Schemas['PlaceOfWindow']
export type OfficialPaper = Schemas['OfficialPaperView']
export type OfficerLine = Schemas['HeardLine']
export type Problem = Schemas['Problem']
export type Result = Schemas['ResultView']
export type Ratings = Schemas['CaseRatings']
export type Receipt = Schemas['CaseReceipt']
export type ReminderWay = Schemas['ReminderWay']
export type Remark = Schemas['Remark']
export type Reply = Schemas['ShownReply']
export type Block = Reply['blocks'][number]
/** A block with words of its own. */
export type Said = Schemas['Said']
export type Reusable = Schemas['ReusableFile']
export type Route = Schemas['Route']
export type Slot = Schemas['MaterialSlot']
export type SlotList = Schemas['SlotList']
export type SlotsView = Schemas['SlotsView']
export type StoredFile = Schemas['FileView']

/** A notice as it was drawn, or as it is read again. */
export type Notice = Schemas['NoticeView'] & Partial<Pick<Schemas['NoticeCard'], 'change'>>

/**
 * Whose case: its number with the end of the phone, or with the draft that it came from, whose name only this device knows.
 * An appointment may be asked for by the draft alone.
 */
export type Whose = Schemas['Whose']

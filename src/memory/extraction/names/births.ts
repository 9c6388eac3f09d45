/**
 * Given names of children born in the United States from 1880 to 2016, in lower case, the most frequent ones first: those that were
 * given 5,000 times and more, and those given 100 times and more. Many are names of other languages, and many are words, too.
 *
 * Source: U.S. Social Security Administration, national data on the relative frequency of given names
 * (https://www.ssa.gov/oact/babynames/limits.html), in the public domain.
 */
export const FREQUENT_GIVEN_NAMES = `
james john robert michael mary william david joseph richard charles thomas christopher daniel elizabeth matthew patricia george
jennifer linda barbara anthony donald paul mark edward steven andrew kenneth margaret joshua kevin brian susan dorothy ronald
sarah timothy jessica jason helen nancy betty karen jeffrey lisa ryan frank jacob gary nicholas anna eric sandra stephen ashley
kimberly emily donna jonathan ruth carol michelle larry laura amanda raymond justin scott melissa brandon rebecca samuel deborah
stephanie sharon benjamin kathleen cynthia gregory shirley amy jack henry patrick angela catherine alexander virginia emma
katherine jerry walter dennis brenda tyler pamela willie frances christine nicole peter aaron samantha rachel jose douglas alice
janet carolyn evelyn kelly harold debra martha adam maria marie nathan zachary arthur heather diane terry joyce julie carl
jordan albert joan kyle grace jean rose victoria christina lauren ann doris joe lawrence julia judith mildred kathryn gerald
roger cheryl megan keith andrea jeremy lillian christian jesse taylor harry hannah sara jacqueline sean olivia teresa ralph
gloria austin janice roy theresa ethan alexis louis billy bruce judy beverly eugene bryan leslie madison denise marilyn jane
amber danielle dylan brittany noah diana russell wayne irene jamie annie ruby shannon howard abigail alan fred juan natalie lori
philip tiffany charlotte florence vincent gabriel kayla louise lois kathy shawn robin tammy randy crystal logan bonnie phyllis
bobby sophia anne erin angel victor johnny francis tracy phillip martin isabella clarence bradley alyssa ernest josephine travis
stanley craig dale edna allison peggy cameron lee tina leonard earl dawn ella jimmy cody carlos danny rita todd wanda ethel
courtney paula norma eleanor jessie alex clara audrey ellen connie marjorie caleb elijah luis allen gladys carrie isaac edith
joel nathaniel evan frederick wendy eva marion mason curtis elaine cindy valerie esther norman hazel luke morgan vanessa marvin
tony glenn monica brianna rodney antonio dana melvin jasmine alfred melanie steve chad edwin adrian sylvia sheila april katie
ava lynn hunter theodore erica sherry jeffery alexandra herbert derek marcus lucas pauline thelma michele jesus eddie alicia
lucille ricky caroline kristen suzanne jackson ian veronica leah anita kim troy dolores jayden joanne wesley geraldine gail
lorraine bertha rhonda jill juanita ray dustin mike darlene vivian sally mia isaiah holly leroy bernard jared connor calvin
randall julian oscar chloe lucy leo june beatrice jay shane corey brooke clifford ronnie debbie charlie ida eileen riley aiden
casey renee jeremiah bernice stacy manuel madeline barry kristin jo claire blake tommy regina gertrude elsie warren sydney
loretta dean rosa tara liam miguel roberta bessie cathy owen jackie gavin annette laurie don amelia cassandra jon chris devin
leon stella jeanette jeanne lindsey colleen mitchell molly kaitlyn lloyd stacey bill avery lydia alma jerome brett seth savannah
shelby darrell pearl minnie beth alvin chelsea dominic chase agnes joann lillie trevor yvonne rosemary haley floyd micheal jim
vicki hailey gordon naomi carmen gina erik lewis edgar kelsey georgia johnnie nellie carla vernon terri landon clyde max sue
maureen destiny mario carter jenna arlene derrick heidi marian wilma oliver tom nora constance marc brent daisy ricardo vera
wyatt paige myrtle lily lena maurice herman joy sabrina kristina franklin melinda jimmie sebastian lindsay mabel deanna marcia
gene charlene billie violet gabrielle francisco levi cory mattie viola faith lester tamara aubrey katelyn alejandro elmer cole
marlene gilbert garrett mackenzie cora clayton jorge ivan jennie patsy claudia xavier glen nina sam erika addison colin andre
chester kaylee tonya grant jake harvey jeff alexa marissa priscilla sadie spencer sofia hayden delores gwendolyn milton zoe
autumn isabel tanya jaime angelina duane bailey dakota cecil maggie yolanda bryce peyton maxine tristan caitlin colton ruben
alison carole reginald vickie mae preston miranda brayden parker glenda gabriella genevieve eli aidan brandy sophie leona
roberto miriam bobbie dan margie sidney dora mariah kylie marsha carson arnold lance jocelyn neil kay brandi joanna eduardo
darren whitney hector diego karl toni katrina lonnie everett christy makayla ana hattie kara kerry penny micah roland clinton
bethany alexandria sierra dianne natasha javier tracey fernando meghan kendra allan omar josiah ada brooklyn marguerite cecilia
bob ariana darryl briana melody johnathan claude tanner jenny felicia marshall kendall guy devon guadalupe brendan angelica
bridget nolan andy harriet karla geneva maya pedro blanche maxwell brady isabelle velma adriana jody hope becky abraham shelly
lola kurt fannie susie arianna misty lula candace jacquelyn jaden kristine raul sherri nicolas madelyn ashton jade tim ariel
brad ben freddie rachael brittney desiree wallace rick hugh ross breanna jillian andres hilda eunice jodi drew damian dalton
byron rosie aaliyah sheryl sandy tyrone kate monique iris dwight antoinette willard cooper mamie lynda greg perry gabriela
angelo nelson meredith trinity julius rafael kristi jan dwayne collin summer ramon ted kelli mathew janie layla miles sergio
skylar shelley krystal irma krista beulah frankie nevaeh kaleb rebekah virgil payton shaun dominique armando belinda gracie
terrence bianca zoey emmanuel cesar elias dallas alberta morris rene harrison kristy elena rosalie clifton erick opal kennedy
verna jeannette marco terrance cheyenne stuart kent inez faye ramona wade flora candice kirk felix della ayden donnie pat
adrienne daryl luther gayle grayson camille sonia harper sonya marianne jonathon giovanni dave lila fredrick marcella brody
jaxon jada nichole yvette valeria damon elise robyn patty carly dillon lynne lorenzo maryann angie bennie rickey dominick olga
cristian genesis kristopher homer roman jonah natalia malcolm sheri gianna skyler alberto harley julio kari myra noel israel
leonardo earnest ira jace otis lyle kaden loren caden roxanne gerard tabitha karina mckenzie joey hubert simon cassidy rex abby
kaitlin daniela wilbur ollie enrique celeste laverne gage josie callie camila dianna cecelia muriel ellie salvatore alisha quinn
erma annabelle trenton donovan damien mallory jordyn bryson neal juliana horace geoffrey alana alfredo lilly celia vicky wendell
colby bernadette rudolph olive aimee gretchen arturo estelle mable janelle santiago kirsten bella reagan willis penelope leland
traci nadine kelley lora alec mikayla conner lacey mya tommie caitlyn archie adeline scarlett cara cristina kellie kenny gerardo
henrietta edmund johanna rosemarie darius serenity rylee lana allyson liliana sallie allie trent eliza alejandra kelvin eloise
nick hudson nettie bryant michaela randolph kayden emmett lincoln janis may emanuel jaclyn carlton rudy raquel forrest marisa
betsy hayley selena marcos shelia aurora garry ivy abel corinne eula benny kiara rochelle delbert alton orlando christie josue
roderick salvador doreen mollie chance lottie kylee paulette grady ginger tessa latoya maude shawna elisabeth cassie wilson
laurel merle reese elliott mona leigh myron mercedes ty will patti august jewel ora addie esmeralda winifred jana ashlyn
ernestine teri jasmin sammy clark zane effie ellis braden asher malachi adrianna lorena leila irving dixie pablo kasey ashlee
sawyer sylvester pete robbie lynette braxton ezra alexia malik freda julianna dante ernesto mandy lela leticia camden darla
mindy giselle carolina cleo elisa meagan lowell jermaine carroll tyson shari raven anastasia etta katharine elliot london alonzo
silas toby easton essie nadia jazmin nikki cedric junior chandler lucia tricia justine serena brock wilbert graham trisha
quentin laurence margarita alfonso ryder bentley lane mateo lorene adele stacie ebony irvin sherman weston sonja emerson lizzie
piper estella jasper lesley madeleine yesenia rena kai saul makenzie woodrow bettie kristie ervin marla kyla myles kimberley
fabian tami moses iva mack clarissa nickolas bonita roosevelt emilio tucker aria lucinda alissa kerri jalen lou alaina griffin
jayla trey hanna alondra stefanie fern terrell gregg clay gustavo sheldon goldie ezekiel cornelius jaxson ron cheri delia
bennett rufus jeannie tori fay francine keegan marty jaylen marina tammie tasha aliyah paris eden demetrius sasha delaney reba
angeline jazmine sherrie orville mariana mckenna therese antonia melba bette deloris patrice lucile dewey ronda khloe ismael
diamond britney lenora ali kyra helena charity daphne jaiden conrad kameron bert emery jude delilah aubree dawson aileen terence
jewell dorothea kira ina axel lamar elbert rachelle teddy corbin janine mickey pam ciara helene alisa beau kaiden amos tatiana
tracie tia ken brennan christa darin rodolfo marisol laila trina sterling drake mayra dexter gale keri dena elva eliana desmond
cayden blaine percy clint janette emil clare justice noelle bradford myrna ashleigh kassandra phoebe otto dane jamal asia reid
lea jayson chelsey solomon stewart rory matilda hugo jolene jodie hallie fatima doyle dina latasha randi valentina charley ola
darnell lukas zackary luella louie cherie zion gwen bret reed cathleen rylan hillary kyler lionel reuben darrel jakob katelynn
cary shana felipe eugenia guillermo carey shayla esteban debora darrin zachery dick julianne wilfred savanna marlon kayleigh
polly randal macy leanne van athena alta brooklynn royce declan joni millie jayne karin davis quinton emilia candy shanna
francesca sammie lorna paisley amari camryn elsa shauna brenna blair leola leilani alina maddox jameson angelique rosetta
carissa tania amir kendrick keira alyson heath brielle juliet gilberto tomas deandre haylee imogene kris rowan quincy mila
branden cierra daniella sondra grover boyd makenna nell stephan amaya lara joaquin elvira selma elisha antoine ed rocky rocco
luz hilary moises zachariah dewayne lyla jerald johnie susanne lacy kenya hadley winston greyson cade timmy willa tiana rosalind
freddy rhoda adan nannie eldon sage glenna ingrid staci jenifer trudy marley taryn anderson jess cruz clarice frieda alivia
simone kristian jarrod vance alayna adelaide emilie brenden johnathon juliette blanca audra jayce kailey talia lupe garland
brooks greta fiona evangeline edmond darwin ramiro heaven willow rogelio jeannine darcy lizbeth leann eve maribel chasity dorian
jeanine kiana bobbi marquis matt winnie lamont imani margo tristen isiah arielle deana harlan thaddeus izabella carmela leanna
bridgette tiara luca jonas dee rolando ericka bettye julissa landen jeri monte kali walker harmony presley aniyah tamika sienna
tatum rodrigo anton rae xander loyd doug virgie kamryn kody lenore buddy nola maritza burton sheena jami paola ashlynn tonia
larissa angelia teagan jarrett emilee ila marlin brynn lorie elma bernadine keisha cleveland maximus india flossie latonya
murray colette marcy cornelia abbie conor harriett roscoe elaina ryleigh luna rodger jefferson lexi amie ladonna elnora stevie
malia issac ximena gerry king darian camilla christi elton alanna erwin kingston malinda aisha emory noe vaughn denis neva
rosalyn reece ruthie nia corrine cecile elwood dorthy mauricio phoenix norbert skye madalyn cyrus susana elinor elvin katy
brianne nelda viviana terrie emiliano nikolas brantley phil holden cortney gael milo cadence noreen river dolly alva keaton
silvia kaylie mara reynaldo mavis kiera kiley gay brendon noemi finley yasmin tabatha hollie karissa duncan sybil dollie santos
carmella lauryn letha tanisha ryker dona stefan baylee nathanael raphael aden maura kelsie pearlie perla precious odell adolph
scotty claudette regan norah alexus unknown esperanza melisa derick aron vicente gus louisa bryanna susanna kinsley zander dion
latisha annmarie leonel nathalie jase valarie hollis katlyn roxie danna monroe devan shea rusty waylon titus kassidy rickie
elyse kaylin marcel avis macie saundra tobias emely augusta chuck maddison araceli ignacio jayda romeo kurtis eleanore ilene
jamison kirby arline odessa selina mckinley pierre ivory jayme mikaela tate loraine kimberlee juana kyleigh lorrie judah beatriz
chandra rylie zackery efrain sharron al ned magdalena dulce barrett roslyn alyce coy wiley lia ulysses lyric alessandra paulina
abbey martina ernie jeanie jarvis paxton nayeli ayla caiden marta catalina consuelo sonny asa nanette zelma lavern ophelia
norris elvis javon belle millard deirdre keenan annika galen suzette lavonne curt earline elissa jaylin liza hal althea nona
nyla chanel cash janae sarai kermit ahmad russel carley finn khalil josh bart thurman jacklyn joselyn raegan rhett barney
earnestine cathryn rhea clair nicolette humberto augustine denver coleman damion ester libby lilian destinee wilmer deshawn
irwin maverick brandie kenzie margery melina roseann rosario isla maci jerri kaitlynn chrystal uriel abram deja casandra haven
kobe kathrine kellen armani gillian augustus denny mina deon shayna prince joesph forest janell madilyn porter reva marianna
itzel aniya bruno luann mari octavia edwina kade lina cristal corina rosella lelia milan janna aldo adalyn graciela ari marcie
adolfo pierce merlin charmaine brice kaleigh georgina jeffry anya cali carlie kory kierra royal londyn tyrell jordon nehemiah
carlene minerva houston alden lynnette kathie armand monty lessie alphonso rashad donnell jamar shania merrill donte sanford
harris major carina tiffani deanne jaqueline kareem gunner maynard jannie katheryn chantel truman miracle rosalinda marietta
hester tierra lexie jadyn zayden dusty terra cheyanne lilliana danica ward rosanne deidre alvaro ainsley ronny fernanda braylon
stephany anahi tillie layne kaydence ursula bryon corine bertie ayanna wendi hans colt hailee tyree tyra queen liana madisyn
carlo aline aspen agustin dayton kiersten quintin remington dayna isabell arabella lesly celina lyndsey lourdes delmar gussie
nita melva earlene orion mohamed vito kinley brenton addyson reyna camron concetta frederic karyn tamera kourtney meaghan
rosanna karter leeann bria weldon tammi maximilian adalynn kaelyn brayan edythe marci rhiannon michel renae devyn nova tamra
scot cullen clement domingo mariam chelsie gia colten kaye haleigh anika benita sheree samara hiram brook fletcher maryanne
kaila tess christen trevon benito georgie madge theo deena beverley eddy markus kieran osvaldo tayler joelle annabel bailee
gunnar estrella ahmed petra josefina princess jaelyn halle shayne karson georgette maud madelynn mitchel rocio braeden jarred
seymour adrianne mitzi carmine louella chadwick garret adelyn krystle jena bridgett micaela maryellen matteo catharine isaias
mohammad marylou nataly kendal janessa roxanna kaley kori zelda lakeisha marilynn gena ezequiel tameka wilda maximiliano dara
nikita linwood jax basil donny jett davon gideon braydon demarcus maricela rebeca thalia cari maryjane kailyn moshe desirae
melany alena aurelia theron gemma beryl aleah america trista yadira lilah vivienne tianna lakisha morton evie arden cori
mohammed yasmine adela arleen leighton diann kacey ashanti mckayla birdie beckett maia lulu francisca caryn madyson elle aida
scottie korey lorelei lawanda christin zella sharlene journey aubrie keely reggie jazlyn lilia amira annabella coleen damaris
wilhelmina antwan luisa vern dudley kristal baby shelton tristin marlee kacie janel alecia mervin leta justina raelynn liberty
earle anissa annemarie carlee maudie tamia lizette cyril brittani gino dalia amalia karlee margot iona dessie sunny cohen
felicity twila jarod muhammad kitty moriah amani judson kolton vince erich angelita nigel darien mikel deven cherry lawson chaya
kane davion lesa kailee alfreda cornell shaina letitia jamari maranda annamarie scarlet claudine roselyn abbigail jimena kaylyn
shiloh katina florine foster kolby giovanna ciera lauri triston miley roxana veda ashly breana dannie trace marquita booker
leora adriel tevin amara deangelo buford pansy claud jamel isis lavon winona anaya mayme jolie shellie gayla demetria arya
gianni lona valencia devonte amiyah millicent dirk marlena hank cordelia daren dayana ibrahim rigoberto artie freeman jaron thea
bernie nasir denice freida karol cristopher retha patience chana robby fidel nakia vida maeve luciano iker laney annalise
kaylynn portia iliana kennedi kennith talon racheal raleigh kadence montana ivette vernell skyla celine winfred tory herschel
lucretia cayla leota bo wilford lashawn domenic charlee darby shay nico vada marva robbin everette jaimie manuela kenton wilburn
elmo danette alvina vonda carrol gregorio mariela farrah elliana nathanial rosalee nan felecia izaiah deidra judi macey johan
octavio merry adelina rowena cordell shantel messiah germaine breanne davin janiyah deann enoch alphonse marquise lacie amina
lidia denzel karli aylin dionne brycen dinah kathi ayana myla marybeth sandi delphine julien kenna jovan tatyana karly catrina
randell gilda marisela ashlie pasquale coral christiana hershel mandi margret dahlia carmelo sky bernardo lenard lindy yahir
jaquan berniece tessie karlie delma emmitt theodora cortez lucian gonzalo ione ansley latanya chauncey antony tera johnna janiya
lon rayna ulises karrie joslyn alycia celestine kallie mekhi oma reina heriberto melodie debby jules nash rolland maliyah raina
chastity danika treva lauretta lanny hana christal cherish iola jaycee haylie kelsi jensen savanah jamey jacquelin nestor monika
caren jadon garth pattie madonna chaz corrie lura fanny shanice campbell ryland kristofer alia tisha brodie alpha trinidad
elouise brynlee bud starr alonso jacques lettie ryann jairo alijah sade jacoby landyn lemuel jaylon barton lisette danial rohan
channing marlo ronan kamari kasandra santana gisselle anabel nicky wilfredo kamila lashonda kaia alysha milagros jerrod belen
adrien tana alysia bradly isabela enzo patrica brant hassan german philomena suzanna latrice maegan antionette laci abe natalee
olin dottie erna sol karon dorris georgianna fallon essence kaci berenice suzan lyndon archer cliff jayleen tiffanie edison zoie
renata clementine stacia georgiana raymundo marlys liz reilly maurine amya enid dario jonnie dovie zara zechariah valentin
layton evangelina marlyn shyanne benton rico ally remy uriah venus magdalene palmer elda arely everly sloane katelin sherrill
eliseo dino roxann fabiola malissa andria coby griselda keagan lucius garnet knox dashawn allene giuliana annetta lyn brennen
braylen kirstin lorine rod jeanna jorden kristyn noble arlie ferdinand rob aracely linnea harriette benson kerrie alene keven
emile rodrick delois kason mira reta holli linnie brigitte sarina brylee ariella leia luanne doretha kaya emelia maxie lolita
wilton chaim omari josef luciana tyrese gertie agatha lyman mac jazmyn kami jaida errol benedict mariano jerrold gracelyn stan
carmel justus jaydon magnolia alexandrea ambrose jaylynn braelyn sullivan federico bree ace misti richelle marcelo tylor estevan
bronson chantal kellan turner odis fredric oren aleena omer raelyn ofelia yaretzi jed carli samson aliya zaria jamaal milford
austen yazmin caylee darleen lakesha winter stephon katarina myah lucien broderick vesta mireya aliza dominik mathias sheridan
matias thad paloma estela lizeth daria cristy tena astrid jaidyn marjory adonis shakira vernice verda buster averie arron roma
zariah jaylene andra jacquline lorri rhys geri dani jaliyah shanda kamden darrick charla belva kayley keon kimber newton aryanna
mazie atticus valentine orval dorene cale sydnee eloy bertram hoyt emmalee elana infant starla cason leif demi anabelle kip
donavan marques dimitri marcela otha devante ona aja antonette barbra mose simeon maryam aiyana kenyon raymon jabari zack
sherlyn maren cathrine tod cindi misael addisyn lainey nicola kenia napoleon kia lenny miller jaylah bryn cletus delmer kianna
kaliyah una kala evalyn oakley deonte kole jacey stanford duke giana salma ember brisa jeana arlo killian jacky boston
alessandro velda kalyn zora britt dwain efren asha ami michell daquan destiney elia isidro vincenzo columbus davina danita
kimora warner daron saige hellen destini emmy stormy elida murphy shonda abner mercy iesha samir jerold cecily ardis elvia
lennon semaj star renita socorro akira arjun lennie unique alesha kaycee lissette pamala peggie rosalia austyn juliann kale
kenyatta candi santino dangelo sabina blaise charleen landry britton michal olen halie jessi marilee yareli valorie garrison
ellsworth miah aric jaelynn kyrie rubi tegan rikki hettie alesia joana kaylen lorin elroy val kian abril ginny jayceon xiomara
tyron matthias darion darrius arlen sharyn marcellus berta jacque mathilda adell susannah audrina madalynn kinsey evelynn tamela
andreas hayes burl francesco roseanne dewitt lue giancarlo imelda yessenia bess jamila dandre genaro niki zola quinten selah
nedra tristian danelle mariann jamil raheem laureen blakely karley valentino rey adelynn livia jerrell alyse dorcas rogers
maryjo collette emerald merritt tonja shelli nylah westley rian madilynn rubye shyla tressa ramsey floy sariah keyla richie
salina moira cristobal rubin yosef eliot domonique kayleen aletha dania lilyana sincere siena jaunita kylan alysa flor stefani
niko carmelita ruthann eryn yaritza ike jenelle brinley braiden tad cannon amaris dortha leonora twyla dillan huey maleah
malaysia ima nikole ocie mimi corinna hilton korbin taliyah kandice elyssa siobhan tosha verne vernie claudie finnegan carleen
xzavier lucero lani lorenza caryl leandra lyndsay aurelio edwardo jayde rashawn rivka evelin hezekiah shae kisha marcelino
melvina wilber lexus kayli garnett donn johnson nelly kassie leandro jaylyn remi briley burt ashtyn tawana shanon toney abdullah
theda allyssa janeen felton chantelle krysta dell dax ashely yusuf anais amiya sloan kenley terese vikki emmie stanton adaline
idella eboni jammie katerina nanci danae ricki teressa jedidiah haywood harmon blanch amelie monserrat latosha lavina soren
bonny noelia deacon rosita jamarion joleen zuri bettina franco joycelyn alexandro laquita kamron keila sharla lovie dereck hamza
leone tamar annabell lonny aleta azariah adriane jordin seamus nicki britany camren khadijah miya lars selene alani hortense
shaylee mika jaylee mariel anson calista leyla kendell mittie ryley vanesa lucie kash nannette travon juli jalyn pearline darci
audie yael harlow jessy dominque reyes holland chiquita dorsey nikolai nathaly fritz malakai eloisa eliezer draven coty shameka
verla kandace trever blaze carlotta meta charline lazaro ephraim giovani zaiden kaela kristan artis shaniya concepcion myrtis
briella buck litzy denisse valery bristol ivana marvel torrey arnulfo chanda leander jackeline gaylord karma karsyn dayanara
margarette estefania carolynn angus nila antwon shyann darron zayne vivien adina ford jakayla nevin leatha aryana branson johana
kaiya karmen samira kelton berry shante natalya amirah dawna kaylah saniya alexzander brittni russ maybelle alba cedrick josette
maribeth eleanora baron case marlen orpha jerod vickey golda adria hamilton cinthia khalid leigha frida kraig jalisa kasen
demario jovani giovanny sarahi brigid zaire franklyn art aryan kathryne felisha ines bryana noor jessika annalee rayne leatrice
antone keeley ivonne lilianna hyman nathen constantine jazlynn sharonda keshawn marin laken normand charli lida pilar abigayle
shamar raiden yoselin maira maximo sommer kacy shaquille marcelle douglass karolyn novella isadore arian meadow derrell gaye
teena evette williams pennie luka stephenie bethel hobert ardith danyelle shirlee breann deandra venessa jasmyn kortney isai
destin chet venita memphis amberly tariq waldo oralia edgardo treasure akeem lesli nicolle ashli leopoldo karis leonor jocelynn
zain brandan marnie janay demond julieta missy emmet aretha roseanna brigette sherwood mellissa latricia corrina rhianna rollin
daxton mauro ishmael shanika jerrie talmadge abdul carolann lisbeth violeta cathie hailie era easter elden brandt alfonzo walton
kattie jaeden anders saniyah orin abagail garfield aloysius kandi syble whitley kalvin nelle deron kelsea areli serina alannah
lizabeth rayford ivanna makena oswaldo shannan cheryle jonna brandee mitch boyce dian granville judie gerri oleta anabella joi
katlin prudence emersyn journee priya reanna edd fawn nichelle averi regis jair ellison shelbie orrin larue tre abigale jere
dontae taya marcell meryl cain alvis hardy galilea darcie gracelynn yajaira hulda kalen shelbi chyna katia deshaun bowen rupert
alexi javion keshia von jenni samual harland rihanna shon beckham dock adella tatianna jael jagger page maxim afton glynn noa
aydan gwyneth koby giuseppe yuliana joellen rayan briar mozelle tressie fran gustave rosina keyon rona junius zakary tanesha
karie donell wylie melonie ayesha lucio maximillian madden charisse kandy emmalyn filomena linsey delano camilo kalani menachem
ernestina annalisa elianna garrick stephani ean meg shanta roni collins schuyler lupita ronaldo derik yasmeen cami mai lennox
zena norine deion emmaline kelby harlee marshal amare cal kesha nathalia jannette jerilyn bishop donita elvera dejuan kyree
malcom joanie bambi odin rosendo mahlon demarco jacalyn eleni yehuda jamarcus aliana shira levon eldridge sydni candis trena
donavon vina sami sunshine ireland romona ellery hadassah johnpaul winfield albertha mariyah gannon louann jeanetta vladimir
jessenia adilene thiago ariah marquez roxane latonia alize shaniqua tye iman claudio jamir marcello carleigh kyndall adelle brea
shantell kayson isela jamya delvin greggory savana anjali shamika nya davian elwin curtiss jazmyne laron ardell sanaa carnell
codi heidy mustafa tobin caleigh kalie kevon domenick jaren darline allyn hayward arther charissa azalea dasia sherie jasiah
sydnie
`;

export const RARE_GIVEN_NAMES = `
brandyn lavinia kathlyn breonna terrill cailyn salena marita lanette jacquelynn jovanni hosea arie wally cydney evonne jessa
caesar loy alda cassius jaylan annelise tenley arlette farah leslee kadin tawnya albina kodi leisa windy adelia rubie malaya
nyasia hayleigh merlyn keanu christene ilana azaria chanelle ivey jordy margarett evans shara sabra lyda ouida madisen ever
lynsey tyshawn zavier gentry kaylan dalila del sutton jayna felice ileana henri sarita legend shirlene dori elian casimir
geralyn emogene tayla tresa zahra alayah gavyn nikhil karan judd carleton garett vilma dallin jai lawerence syed denton aundrea
nena darell anisa jailyn dorinda stone nada chace magaly konner taniya brionna taj dorotha norene alford lafayette estell grecia
refugio yahaira jeromy zina farrell jaxton caitlynn dakotah margarito karim jalynn alexandre casie jevon anneliese kylah lanie
lailah norberto shad gil madaline daleyza meyer brittanie janey kalli zeke andi kati antione emani dickie krystina adrain maisie
waymon lakeshia soraya cambria jerimiah gisele makai racquel aydin paislee gearldine kya yisroel johann jesica langston lashanda
edie hakeem xochitl ferne winnifred arvin lorinda callen braelynn tarah berkley kendyl keara brannon glendon shalonda rueben
santo bernita vergie trystan kaylene zainab ronna alyssia eleazar alvie erlinda florene estefany lillianna freya addilyn eugenio
myranda deric brain jesenia nickie ossie reynold cinda leonidas charlize elizebeth delton giles hernan laylah mellisa konnor
shanell lianna milena tyesha haiden desire mordechai ottis lucious rasheed iyana fermin corie len christophe jaci ayleen dennie
malka enrico casper cleve aditya celena carin tanika makaila anastacia camdyn china princeton immanuel shoshana winford jeane
loran lilith mikael arnoldo daisha storm jaimee melia zona bradyn cherise kayle golden carolee jeramy aya ethelyn marti lavada
juniper jasen blythe elzie linden braulio arlin riya audry alexys nyah hilario alethea braylee dedra smith paityn laine aaden
esta tremaine evon tyrus jerrica shani hali shiela adalberto deasia evelina mindi alida carie myrtie almeda elna eulalia debrah
karri lorelai jeramiah anitra cristin mechelle keli ely bilal trevin wes pricilla aubry webster georgene slade shanelle kingsley
ronin myrtice natali saylor albin zula iyanna jolynn aarav early tai zaniyah sibyl everardo melvyn alaya abelardo dwaine clem
herlinda justyn cherrie britni brogan dylon jeraldine leana wardell cassondra yousef santa holley isreal obie yuri janeth
jennings jovanny markell charleigh daniele jaedyn malika gearld lorne oran denisha loyce montgomery kensley vita isa melony
velva elmira zenobia gaynell lita migdalia stetson allegra dedrick torey jovany alyvia kamilah kolten marylin renea roel chiara
davonte ameer harlie shasta jelani merton baylor wren shavon boris chrissy gaige anjelica crista delphia melton carlyn kaeden
linus alix barron ladarius darrian shreya markel horacio tawny merrick darrion jeremie monet samatha gibson julisa blane
yamileth ara paulo rina amia grayce linette lilla alaysia darold catina crawford bridger codie westin ryne armond anisha aviana
benjiman rana yamilet carlin wynter franchesca leeroy stephaine lynwood audriana kirstie gray kamille kalia rich yaakov cherri
audrianna laurene violette woody thor priscila kathaleen richmond savion odie clarke kyndal demetra kasie leesa jaleel corwin
jacinda fonda neha loyal sherryl estefani karlene verona suzy alora caron adolphus gauge calli verlin rowland mickie romaine
vonnie fisher clarance reymundo fredy lylah cristine dameon timmothy eldora tawanda damarion tasia jericho viridiana carrington
avi tiera aidyn kora jarrell jocelyne carma arlyn dannielle eldred suzann dempsey patricio delanie eda vernita mayson sudie
deane stevan sherita callan risa marleen cleta mel brennon lu glory chelsi nixon hasan elicia kadyn latrell kit elin luana
hermon ransom kamren rowen toya porsha bartholomew jamia mallorie montserrat salome jourdan hampton chante giavanna davida
blayne krysten jordynn aleigha josefa cris shawnee inga mikala elmore sylas nikia bertrand jacqulyn jefferey gustav soledad
jaydin general karleigh theadore justen bodhi arin quiana canaan symone annaliese niles aliah jasmyne kenisha reno davie oswald
nate luvenia shmuel hortencia willian katlynn maddie echo kyson delana gisela niya keren corene analia mirna luigi tabetha
bayleigh jacy lavelle janiah vidal barbie abrianna callum cammie lilyan edsel pinkie gareth torrance prentice flynn ritchie
jaxen melani sherilyn kiran elgin delfina tawanna ayaan gigi yolonda sharee tripp willia joselin lovell jaymie jemma joseluis
lissa evelyne kimberli tavon gaston stefany barb zaid carsyn crosby shlomo howell ajay kindra carlyle dayne halley kymani kegan
elayne jerica kaelynn kristoffer misha torin henderson dominga raylene adyson charis debi denzil ammon jame tarik damari
tremayne leena edson liane tristyn reinaldo donta wayland braedon hobart jettie gretta alisia vinnie amar kalee rayshawn willy
conley meghann yetta grey marge tangela jerad sharen abdiel hendrix vienna lonzo colter christ erasmo courtland samiyah sheron
dru alek haden martez thomasina keyshawn yair charlette rachell carsen avah milana shianne nella derwin jackelyn jered loni
raeann laverna herminia deondre marko dillard lino ellyn samaria naima diya angelic kellee yessica arianne suzie aubrianna jacie
gabe amado isha watson queenie aries desean aubri gaylon leeanna loriann nels phillis donal sherwin alisson trae waverly henley
gaven joella gaetano tierney jaquelin analise kailynn keyana kairi mikal burke dariel aiyanna debbra demetri adison haskell
randel vinson dionna lanita mikah emmit christel kyron kiarra rayden elora acacia montrell audrie baxter tomeka faustino nydia
jeniffer natividad kimberlie taniyah elba louvenia nereida talan manny promise randa sofie krishna montez dequan rishi anibal
izabelle kirt bethanie ezell malorie maiya casen deneen christofer karsen llewellyn ema shimon clemmie michale arley clovis
jaycob aislinn duwayne elayna elysia jaslyn dilan sana delta juwan earlie kwame timmie zariyah rianna yitzchok analisa benjamen
lavonda naya cristofer avianna brittny citlali deonna isaak sahara marielle neveah candida sal eamon juancarlos simona homero
atlas enos palma drucilla georgetta elina ethen ridge alea kahlil loreen devorah augustin brien janene lilyanna raylan cyndi
alain kiya javonte kimberlyn mozell payten antonella cailin florida joetta jaheim clemente jacobi kenji malina esme jory tyanna
yulissa annamaria arman jerel kye dyllan jacki ariane sequoia jennette lucky nevada erinn cailey janett lenna pranav treyvon
omarion zandra alli lathan rio rosia tiarra tenisha andie angella kathlene miguelangel rollie sampson vincenza willam mylee
price blaire emalee florian viva wynona sheyla salem chantell carman deedee tillman cloe larkin sanjuanita billye darvin mykel
loree carolyne johny zulema idell scout maliah carri elan sherron dillion kaelin roxy mallie obed ardella annamae yara dennise
laraine shanita creighton caprice rosaline kevan joseline kalynn geovanni joye keanna jarett janaya maile abrielle kamdyn shanae
charisma verdell gerson judge karolina khadija tracee azucena ennis lambert porfirio tyquan rolanda elly thurston jullian
charlton keyonna rileigh dakoda les katalina britta brecken aminah zaira demetris torrie amiah jeramie farris merissa darrien
ceasar sedrick krish altha jaye butch ansel jeremey dasha karena konrad cataleya myesha malaki cy lannie mahogany bradlee
burnell nalani jarret malena demetrice mariella erie jule parris rhyan love ria destany braylin werner eugenie javan makala
retta magen letty honey jones phylis emmeline kary guido suellen evin kera ronni maison lili liv rowdy elenora otho auston
jaycie spring kenan kathern mica honesty dajuan gracyn kynlee danya alonza ignatius josey heavenly rachele ciarra bronwyn
amarion marylee oral larisa marylyn newell giada micaiah dayle jonatan abbygail leda kailani leighann lonna azul domenico tyrel
manda domenica jessalyn chassidy magali nancie ariyah alanah janetta chevy jakobe katherin maxx amparo nailah alise brighton
brittaney nicklaus vallie yandel rosamond avraham kentrell salomon sylvie larae spenser babette lexis torri buffy jamin jayvon
bobbye rosalina scarlette deontae rebecka lex teresita marni dalilah keyanna rahul aedan evert arnetta jovita alessia sebastien
pernell lamonte tonie geno levy magnus nilda sari tamie adah vianey jacinta baylie cael delisa mikhail vester jaydan elvie
kaytlin tobi kalea makenzi eben marceline janee mirian daryn jenae sherrell zaida kalin kierstin marleigh lucca chas trudi nikko
berneice charolette isadora neta isidore jonny jadiel johnetta ena torrence elwyn marlie corliss cristi vannessa nicholaus codey
tanna robb stormie harleigh kelcie devlin marilou shaelyn graydon machelle amador sylvan autum haydee lesia jalissa murry tito
izayah merri edmundo jonelle jacquelyne kathyrn pamella dwane davey madie paolo calla chip danyel leopold stephania brieanna
godfrey madelaine ashlea nile gian kecia sabastian catarina neoma odalys samiya delila keturah magdalen cleon luc keelan chelsy
jaleesa keona trudie bernardine christoper cameryn marlowe curley caydence jodee karah luiz oneal rashaun angeles brookelyn
julieann latesha trenten bryleigh krystin myrle rashaad matilde breeanna laurette aris natosha tomasa angelena lavell jermiah
janiece ilona arnav jordana myrl keller seneca rafaela shonna susann jaya ishaan leeanne avalon kiah patric hedwig arvid javen
kelsy rosevelt rolf kylen yanira rilee nana thornton trish arlan raylee carletta kael cloyd garold bentlee ananya kyan khari
freeda dreama urban micky elease barrie corban tamiko talitha armon aura jenell eveline karsten vernetta lawana bulah raya
quenton dejah zev capri teodoro armida damarcus shandra florentino izabel lyra vivianna mohamad clarisa parrish ailyn makhi shan
torie jenessa romina marcelina deanthony mackenna milissa octavius trayvon wyman carisa demarion hilma sanai velvet windell
candyce olympia brookelynn randee rochel danilo jazzlyn raynard ocean apryl elie isobel candie zakiya kymberly audree rashida
florencio kyara madelyne terrel debbi gladis lluvia fransisco jovanna amit genna dionte gerold martine eusebio veronika daylen
derrek nakita ludie kalina keily lilli cayson ozzie devonta isac soleil kayce mirella osbaldo emeline jamiya shaila eartha
karoline sapphire archibald kaylea nechama urijah yoel deeann haily imari shavonne aleksander jersey shaunna arvilla aditi
brentley yarely meggan santina willene randle bodie burnice jamee nichol annis donato jolee deandrea daija kamya maite rand
mercedez norwood renato lachlan rosann charly meranda najee nils harlen rudolf oriana rance rojelio christianna talisha becca
heber job halee drusilla gardner dione keziah jenniffer johannah stoney trevion demetrio durward kaleah tamala philippe genie
sariyah minna latia kenyetta dorine sid yancy desi lianne jaret nisha jedediah pia creed ryanne shawnna raoul shawanda makaylah
merl beckie kaidence signe jamiyah wayman zita aleisha anamaria jailene tiesha americo daniell tavares zyon kaidyn dariana hyrum
leela claribel keyona adamaris kloe myriam aryn chesley nikola sameer flavio nolen arleth danyell malak graysen kieth andree
apollo jeni christena mayte ariyana venice daryle estel carmon elza aleshia christan ozell verdie finnley hildred amethyst saira
brittnee zada canyon domonic samia laina bryton chyanne jovon akilah jaslene josselyn lamarr tamatha franky nala rami brandin
joslynn quinlan georgine rain delora aven sena pearle bethann coleton treyton coraline sigrid joeseph rutha bernetta renaldo
tennie dayanna nallely alianna ariadne anish arne esequiel greer terance tomika alliyah jameel maricruz hansel jethro sigmund
jeremias marlana zaniya glennis sirena janina destinie karey lise cristen brion chanell kelcey lynell velia cielo elexis joshuah
lindell odette adin vena gabriele tyla clive lashay furman pandora dhruv leilah magda makiyah gerrit lonie brynna wynn crew
lamarcus jurnee dezmond blas rosalba berlin franz kimani denita pascual geronimo fatimah emmalynn enedina gennie laniya magan
tahj west anthoney arlena julee prentiss wm karleen ismail karisa rondell young charleston yaneli regena taisha laquisha
aubriana verl silvio vihaan chevelle jordi kandis daylon alona honor lyndell madelin ravi deisy idalia marquel ferris sandie
cherokee alishia egypt laniyah enola jarell tylar koen lorretta melynda vincente divine stafford thatcher jenesis lake devona
janai jennah maury titan makiya keesha mandie shaniyah allana jacinto latoria rozella jacobo jenise miyah phebe versie armin
dashaun durwood katya shaneka jakari milani kady tomi blossom tavion jaleah marna ayah briggs aniah meridith sindy christeen
lazarus leamon masen dacia tylan kaili angelika aviva micki shantelle jonell kennard joziah simran jermey mahala shaye chayse
esau kristel ania clover elois keandre kain alois amal dixon gizelle fausto khristian meir madelene iain keoni tamya adia doran
harmoni renard joie ebonie nidia sharita harrell stefano adair lakia merrie malvin natashia sharyl shedrick brie lanae maxton
saanvi cheryll mendy jaquelyn arlis imran regenia tzvi lawrance anselmo reatha terell bjorn kiesha jaclynn jakub adelaida ludwig
sabine kamal zeb arla davy amin demetrios ariya montie avrohom sharleen devontae huston rayven christos shivani antonina dawne
gorge jania lavera rayburn emi kohen musa kaytlyn lakota lillyana welton dustyn ammie delaine emme kristiana arvil brigham sahil
dontrell earlean maida amayah coen crissy kannon cornelious caterina doretta ellianna julienne penni jamon madysen arizona
caelan aram kanisha noelani klarissa reginal robinson tanja teegan gaylene rilla murl neel wellington jorja maceo lexy tyana
aleksandra kavin bell aysha makaela anjanette rashard washington gwenyth hurley siddharth kamiyah kc keana anette qiana launa
favian caley glinda shaquan ashlin omega taina amyah ruthanne camelia allysa odalis shawnda steffanie deante jayvion laquan
cathi roby boone margaretta rylen foy sharif josephina kaylani mykayla ani naoma taliah anessa leobardo marely laurine maylee
aubrielle citlaly jacelyn jhon myka rossie mammie pauletta rebeka micayla olan damani marek anwar gracen hagen jalil rock alvera
kerstin samya sumner cian elvina jocelin mabelle hussein yusef angelyn becki larhonda melodee lawton lera macario tammara
temperance alanis danniel zoya delicia deonta kadie nickole corin kameryn juston martell wanita korbyn markita siera lory roddy
zenaida adel kenney abygail denae deshon zyaire deegan genoveva celestino odelia youssef jesiah donya miesha shalom dejon ashtin
maddux jaysen rosaura tionna chava lael avril rosio lacee triniti coreen eliyahu kalel korie corbyn betsey kavon andrei marlow
hazle rexford kittie talya lanell sammuel olaf drema lizet raye rosana hartley lilyann marvis eder modesto nakisha verlie shilo
johna geary waneta jae meera poppy reem san jaeda nayely yuridia blessing bode idris chadd ronnell rustin demetric alverta
dimple jerrel lillyanna breon nariah ninfa ramses kiel daina rush corry taylar vania keion zephaniah baltazar emerie geovanny
graeme taron zavion ariadna jeb broc mccoy nikolaus tonda glynda jeanene breck maryanna preslee kaileigh arch lenwood tuesday
adriene kadeem korina margaux dior gerhard guinevere libbie brissa daysha justyce dorthea maris armaan dov juelz kooper brynne
daveon tahlia kyran meri phyliss shona terron zadie daylin fabio ayan filiberto hadlee xenia kamaria shaquita alethia ethyl
cassaundra osiris lachelle aanya garvin leslye ranae izaak kerwin tiffiny dimitrios shanel kollin gissel jacqualine lawanna
merna nour phylicia amariah landin merlene raine norval zayn lezlie sanjay tarsha adelbert jazzmine khalia caylin ernst gaylen
tobey faron brysen jamiah auther tavia wendall lisha tavaris fairy maryalice landis roque arletta cherilyn melaine tashia milly
pyper shakia gitty cianna hillard raelene jalon kyndra morgen ashia nino rania fae kenda amon candelaria coretta divya glendora
margarete yazmine shena sarena devaughn chadrick daisey kellye said synthia colson daven kelle suri abriana rosaria jaela burley
christain faigy laticia neely anja boden fulton teddie kizzy taran camellia eriberto italia malisa thresa che danisha gennaro
neftali erlene linton daja nicklas varun celestina elodie alexsandra frederica hildegarde kelci kelis massimo geraldo arica
aryeh gwyn kenzi tramaine latrina anakin tea georgeann ariela katey kaysen rebbecca sacha neville daylan ambar coltin cormac
serene laisha mikeal beatrix cardell pepper jajuan adley fredia kyah samaya cosmo pierson norton taraji cicely coletta lucila
bernell javian jeanmarie nadya taelor taylin willem brittnie corbett kamora kimberely denna madlyn mikaila milania yesica
allisson merilyn bayley latavia candance calen ayva jannet roderic tari gianluca laronda loma silvestre cecilio tarra walt
andrey shaquana linn cassi lakendra sheilah izaac levern melville sanjuana mattison tiffaney verle ariyanna makiah beverlee
ozella candelario demonte osman beaulah antwain beck coralie jann briseida lashunda teanna keena raechel gracey gabino jamesha
delfino mardell cady kirstyn leonore everleigh jairus kacee ramone sanders woodie avani loris mcarthur jaila damen gwenda layna
delmas zahir dontay rosalynn stefania rome emelie jaymes jens kasi rudolfo mariya quincey temple zach mckay karlyn nazir arnie
tiny glenwood jenine luci oneida rashid kodie viktor christiane peighton almeta braedyn tobie alston mistie arik ciro indigo
mignon zakaria kevyn vashti elinore pascal theodis arion dann siri felipa milburn thomasine thompson manley marika devora perri
anastacio cordie edyth hedy yadiel dominica elio pamelia virgle maycee blain tamyra tesla lashawnda kierstyn thane tonisha
travion glennie serafina twana arika giulia gregoria jeshua chynna niyah jazzmin jene leeland kamiya cathey jereme kirra yash
isamar kase lashon delinda ares keshaun artemio coley jeron mychal arvel helga chasidy finis noella wendie shai lynelle somer
albertine emoni arissa janya authur jamilah katrice daijah lillia chancellor derald avon catelyn colbie faris tamisha tennille
lew ceola elli kaniya lauralee stasia mendel peri shemar taurean marshawn alonna araya arionna jazelle taleah maybell donavin
bianka karren ashten malea niesha talmage yahya chassity chesney author citlalli jeanelle makyla ozie feliciano baldemar deedra
emmer mahmoud maryrose emir kateri baila coralee yakov fidencio aime celso nat vernal amarie dannette charise ewan jalin kaydee
aleen koda karime amada armoni cam conway javin marilu nautica ashby inell tyran raekwon ragan theressa ilan mayah elam marius
olyvia juliane lillyan kalena shelba eris jianna towanda romel sueann tamica kaine brayton tequila kipp verner reign ciana reena
tavis jad marah marquetta mick passion tova hadleigh myia oskar garner romie willette danni dwan kamil kendric zhane cleopatra
conrado cosette gisel kaycie lindsy thora toy aman cienna seanna ileen jadin kylar nahla cristiano monnie henery khristopher
noam dovid mathieu brinda rosalva cipriano courtnie ailene petrina euna indira karyl leyton sebrina tinsley klayton mylah
porsche abbigale osie tala tatiyana macayla dafne mecca minh sunday adnan theola wendel cristie krissy callista heide landan
orie reda corrinne kaily kirkland marivel jetta delena lashaun samone jaedon jarad kerrigan vic zana dev flo kaeli celesta micha
derrik felica joline augustina gema keilani nicol worth achilles michela audrea sven kylin sailor acie ilse maylin mellie
michaella shamya caroll marya ubaldo caelyn tyreek vella jamell kedrick vianney bently ferrell viktoria kalista floretta
jacklynn jet emmerson lanora lelah shanya corrin shannen vernard yanet anai marino kinslee patrina shaylynn aston jori marylynn
mikki onie orland exie haidyn shala lakyn violetta laurin ewell jashawn takisha pietro sanjana lakin leilany vanita anayah axton
richardo miquel akash sina ammar kimball yonatan latina servando tamira tyrek andrae arrie cheree detra luetta arnita tyre cedar
eudora jaymee darcey eliel trula addilynn ashlei tyasia damond anniston cleophus eilene donielle emmaleigh maryn ravyn arnell
michelina osiel janise katheryne lovina tayden gorden markayla randie taneisha elenor johnmichael wolfgang dashiell arsenio
darris jubilee malaika allissa kassi green neda ryen carver talisa lauro markeith sahar berkeley charlsie elon jaelin skip
delpha frazier kareen anh glynis jesslyn darel verlon cinnamon jarren rebekka corissa hilbert laurice lavar anel benjaman
january tinley hakim jamaya narciso alyna candido kaison theresia deryl kyren ellena alphonzo belia dynasty kyli veta alen riana
bradon herb zahara tanaya zoraida kennth aramis johnette malek baileigh carlota aysia zetta antwone joette klara consuela
finnian heyward joell joscelyn kyana shaylyn jenee erskine macon donetta raylynn avion carsten nickey felisa cassy contessa an
emelyn jona hermelinda ishan jossie jacorey arnaldo indiana abbi rosalio thais adriano babyboy abdulrahman levar dionicio kellyn
theophilus aren latarsha sharie breona birtha shalyn shaniece zipporah abran arwen leisha nayla rafe sabrena pooja seven zayd
carys dia silvana skylynn rainey benicio monae neymar sherika roselle shiann bunny haydn itzayana jaquez malayah sammantha saray
taurus taylen zamir anyssa georgiann nubia tarek dajah ellwood gatlin kiernan ameera kayleb renay september syreeta rori
felicitas kyrsten cyle fredericka jiselle pearlene stormi takia ambria faviola katharina maryelizabeth mickel anayeli sulema zia
jacen jina angely avalyn evalynn jansen jermain yaretzy dmitri lavonna melyssa ruthe syncere flint karyme rayyan henrik tatyanna
beyonce janea deeanna jaziel persephone epifanio falon marykate nika rayanna umar jala laurance marli xitlali jenica penney
irena tehya tyce johathan orvil cortland raj wayde jerrick ole sim alistair saad zebulon shawnta jenette josalyn tex diandra
dorathy elder maryah bartley kailah lanna mackenzi melissia jolyn mikell neriah harmonie margarite verlyn bari hanah mortimer
alline brayson diedra naim olevia sherrod rilynn shekinah steele amaria jailynn luverne jessee akiva amerie melania kobi terran
zaylee eman nerissa dietrich wilder kensington lavonia kezia mahalia jahir jenice dorman shanaya fenton jarrad lakiesha
guillermina rayvon noma sunni symphony tyren jesusa marquette adler muhammed vergil algie angelene brando casimer hipolito
nadene letisha myriah truett rashon rosamaria winton deloise oris britny calleigh josias tenzin aarush lurline shanti therman
tilda alaric allena doloris keosha ryon tino tamekia tamesha aide dymond tyreese darl shawana mariaelena willetta carlisle
deyanira newman irie marylouise tandy amauri anaiah antonino felicita maye tawni asya dyan kainoa antoni berton kaira lajuana
marcial ronell shanequa jovana kaleena kiefer ottie verlene dain pearly rayfield eulah gust meda rakeem rea takiyah cherlyn
aerial akil harlem tj aleesha alvah angelle kalei rennie vivianne blade lady valda delane molli drue rondal desirea issa khaled
kimi yana canon natisha fox janyce kamran merrilee taja goldia hilliard amora brooklin dezirae mckenzi eston ova armen cayleigh
skylee rylin alexavier jihad maksim maple tallulah yulisa caeden laird aharon krystian zaina enriqueta florinda hershell laith
rani asma marry demitrius robbi seana burnett conan kyrah lavaughn gaspar ruel shade veola chayce karry lillyann johannes maisy
ressie yaseen burdette shenika ethelene francie michaele nicholle tavian ahmir francheska jennica lydell gracia naila parth
xavion durrell nicoletta rohit cliffton gabrial lochlan mertie mayer tyisha vann adalee alease janelly ashwin long angelie
avalynn neida romy victory demitri mozella azriel shaan cassey cloey aniston brianda demari hildegard melita oliva nohemi robie
izzabella sahana tambra viki valeri axl candra aj dedric janella kellyann lisamarie aislynn donella kallen kaylei laurent neill
annice charlena analicia demarius salman skylah jeryl lin evaristo yasir ajani dakari delwin keaira lotus quin cher krisha
latrisha rosy tesha aleyah filip shia charlyn etha miriah stephane isacc sinai benjamine dyana vianca clora justis lian tanvi
elodia latashia maximino shaniah elisheva janita lemar ramond evander osmar fayth georgeanna lashawna yovani bea diedre
hortensia isael gertha loretha lajuan lavona shirleen jimi paden fantasia helaine miki payden dash ettie laramie shaunte
amberlee little sharilyn jahlil hayli kinlee brynley dalen tam cass jahmir madelon shepherd markie karisma lamya yocheved bracha
mickayla wonda nickolaus sherril adamari amity mariajose sabino andreana crysta nunzio shirl deondra jacari jaslynn babygirl
keysha orson steffany tyshaun keonna cort desarae kaylon lorina louanne cletis dusti alessa dorie kiyah eliazar tashina alexie
cherryl saverio taytum shaylin ailani estephanie garren nilsa lennis lenord trevis annah jadelyn luanna cameran jadah jasleen
kanesha rheanna brooklynne emili malique elberta arland dontavious karlos ellamae lorita jerrad josslyn kena koren margurite
harlon shalanda shandi annaleigh caridad creola ela la calandra kaniyah kizzie kyanna marybelle minor tyrique maliya tiago
arcelia asiah maisha thanh gisell merideth najah isom ivie carmello xena zoila drayton loralee nyomi phineas wells adilynn onnie
brylie cinthya desiray laddie anas auburn kaelan kolin fatoumata hazen nyree devion eligah wava billi eian awilda karel azalia
francene kayne payson quran raeanne chelsee georgann jennyfer catheryn lynden randon sanya zaden anaiya esai konstantinos sandee
baily shamari jakai claira katilyn lisandro daris girard true genevie annabeth zoee alfonza almira aranza junious marinda
marygrace chasen harlin silver cleora elizabet faisal keya milla ricci alita markanthony rochell aamir baker basilio kilee laure
phaedra talen yasin demetrious yehoshua madolyn tyrin leyna haileigh jacquetta migel rasheeda romello verena vishal devonna
durell julious jomar breeana denim flavia shakayla emiley marquan roan lasonya silverio genelle shamus cordero lizzette nakayla
ameerah cameo raizy tashawn dustan mykah suzannah ayush cairo julene margene vivek concha darlyn jeronimo naomie neomi analee
bernabe britnee dea oneil samanta dessa jeffie shanique abhinav cally janely julieanne kelsee tavin iran jc stephine tal daryll
taha adara azure crispin hanan romana vanda clarabelle francois lala tempie naida brodrick eladio elisia leron derry kennon
lavenia shonta illa lakenya anand jarius amiee calliope chancey emry valente ivon liesl malvina amee arlean karely sharmaine
florance mitzie treasa gala cambree cherelle londa lamonica leonie sania sinclair tynisha briona cord genia torry om albino
andriana rivers aaryn destanie dotty kaliah manning shayan darryn ebonee lainie nakiya sixto kaedyn vanity adelita carline
clarine jeanpaul adena aubriella carry ayman clancy hughie khamari maryssa safiya tamiya addalyn lorenz nahum alane dajon demian
le marbella nyle lyndi danell bernhard ieshia ananda kimiko kylene larita macee priyanka vikram malky shyanna baleigh criselda
harvie lucus mahdi maja serafin chaney justo kamarion shaya lynna marchelle paulino rhona alexzandria corby esha gabriell ren
jani jayse krystyna arletha erline nikolaos annastasia calvert rony bee dagoberto liyah maleek mearl whittney aminata lovely
sunnie albertina jashua neena nicolina chenoa jerron perrin stacee benard teal jamarius jameka kalob keyara merwin izetta jama
lakita alexius almon marijane catarino oda seraphina shaelynn adilyn francina nyssa colene hadi joya wheeler adora devonne
grisel shaunda abigael ashante dolan elenore mariama oziel gamaliel aarya celene kenith lorianne shamara xavi brittnay mischa
rylynn tirzah yolande vanna zacharia courtnee zakia cheyann jaina mekayla tamir taren zacharias akia analy kobie lark ula
dawayne katharyn huy kamilla tru anali nabil zulma juanpablo linh roshan sima cayce dede jerell kamara classie kennadi renzo
wilhelm chole atreyu osborne kyley azael brienna raeanna zuriel alvena dyanna jannah modesta ambrosia clemens kathey bernardino
markia noemy veva blaize boaz dulcie jacquez siara eitan nery sarrah winslow zayla mattea otilia clementina maha lisandra camari
medina shepard athan dimas javaris uziel virgina kohl sandro alizabeth denese joely maricella willaim bryar camie curry hermina
gidget kennie lionell lynnea minda erynn freedom martel akshay shantae aly dagmar kenadie mervyn niklas sparkle grayden mathilde
lashae korben shaindy telly floria kelan kiona latoyia zenia lary mylie teddi collier daymon jayquan dalene eduard gavino melodi
daelyn greysen jariel naeem nieves shereen akhil delina renetta bailie destry giacomo onyx rebekkah safa terresa kerin chloee
jeremi roselynn rufino ladawn brinlee janean keasia tommi loreal skyy zarah reynolds wynne amilia kenlee rigo griffen shemeka
yoselyn raniyah savon iyonna izak mackie marshell waleed chayton joao kendel ysabel dorthey kenadee madelynne trysten jiovanni
marjean rebeccah sheryll leonia taelyn adiel faustina jerred verenice briann cassia gaynelle sherree adalia benigno johnell park
hassie ivelisse missouri riki tyeisha jaison kennady laveta marye stefon cate geoff myisha obadiah kaydin shenita amaia anay
marwa xitlaly davi vertie jovie saif geena toi zakiyah bryden gricelda michala nisa noland torian arno kejuan aleida bebe mannie
samari desteny theodor addelyn atha honora ciaran laquanda rahsaan vaughan aila efrem maddix serge eura sammi simcha darry
florrie darlena khai quanisha tameika clarisse hermine talyn dondre jalyssa dayla france katherina khalilah makeda jaydyn
joannie soloman brantlee marisha raynaldo terrion teryn abdirahman gaines londynn adreanna angele bonifacio jacquie johney male
novalee margy kasia orlin joceline yancey collie donnetta natale ashlynne eternity lasandra louetta salim taneka dashon jareth
marline irine lanelle cornelio geoffery jayven jhonny kabir kekoa sadye imogen agustina irish loryn kolt nyesha emaline evaline
jeannetta lovella shantal yehudis agapito jonpaul koa tommye ceara shera zacchaeus anushka corena damita jayshawn rayann taylee
cammy earnie hiba sherice tonette dereon shanee denali donnis jayci rodriquez sumer buddie catlin romero ardelle eulalio
matthews natanael tula zayda alexcia romelia ronney jennefer jesseca rashonda waldemar khaleesi aliyana daphine drayden jailen
sophronia damonte mychael bennet connell erminia giorgio kasha arlinda dalvin detrick jamaica jr legacy naomy rahim samar mayo
melannie allean dallis kemberly laiken karlton anglea blondell jonathen olivier ysabella hayle mace diona elfrieda hafsa melda
tylee karalyn kenleigh shawnte daulton geovany gwenn kemper mallori taunya theodosia ilda jakobi jospeh ladon tanis caine
delaina fernand rayleigh sherley jarek linzy alaysha dathan earleen jacee keiara kloey sherell waymond channel juventino manford
myasia shatara aggie aldon daunte fredda jaidan jaziah shiv shylah rapheal burrell glyn kordell sedona caylie mena shriya emari
kylea nelida aspyn karrington leverne taven teague amberlyn giovany parnell solange avigail cameren chloie conchita kym
stevenson ventura sumaya analiese arlington kamrin leandre saeed zettie jesusita mea saleem berna lyndsie lynetta shanise tyjuan
cailee eligio lucienne oneta augusto bobette georganna jadan lauran raychel webb garet gasper deniz juel okey arriana hanson
jenson loria milagro stephannie amaiya hiroshi sera sharice sharlyn callahan marcoantonio derron eliott terryl aziza breauna
cordia garey nissa tadd apolonio billiejo illiana nader tray tyriq jaelen montel riccardo shemika darious duran etienne hertha
octavious malakhi nikkia porscha brown alaa alaia aleya arlyne britteny deb djuan fischer keonte masyn keitha alexsis eron
jarron halima mathis gifford nelia neo prisha anyla rhylee voncile amadeo jamieson shamira alasia donelle lindley ronal benji
lisset tisa batsheva shamir tama courtenay jamall jerardo marrissa shalynn tenesha vijay wright genell kalib rasheen kavya lyssa
sedric slater timber cambrie debroah marquell naimah shamia cicero keiry ladell jamere maizie sable steffen cheyanna darryle
delonte edra lamon mckinzie antonetta chistopher manfred michaelene cavan laree micheala reinhold taft baruch johanne aleia
chalmer clearence dava eason rito marysol danthony ramel junie christianne isaih jessiah katrena mickael alvino khalif lashaunda
latifah derric alexandros anjel anyah jahaira temeka broden aleyna avary charmayne fabiana kee paulene maryan prescott saba
shanay sheyenne tereasa tona vinh diesel kaydance adrina evyn journi micahel veronique wilfrid jerre jin auden delsie irina
kadijah lugene naftali saniah despina keirra vennie darlyne julieanna kervin ansh antwaun dijon elyjah kayci charita jacolby
powell preslie terah terrica briseyda daphney elta karmyn nathon stevi tadeo yeshua zephyr armondo samirah shardae shawanna
tiernan arvella gwynne kandyce lyrik nakeisha ronisha takoda aneesa bettyann elysa javeon suanne bonni jarid jonte rion sascha
briannah carlis isaura jia tysen shela takara treshawn virgilio alaura marvell mykal bliss gracy indya jerika cyndy destine
erykah madalene adolf aislyn avian bryna hashim izabela javien kinleigh latara parthenia spurgeon damir dezarae ranee remona
cleda deward edrick jawan morrison rima sai tuan alysse emelda halo bettylou selwyn treyson yale meah rosco tandra ysidro arlon
javontae monta quadir samarah delroy jonmichael jiya marly monna rozanne skylor tahir byran xochilt alfonse dagny genevia
griffith kemari keneth lexington sharell suzi marolyn romell anela dayvon evelia florencia jamika lebron shannah gerrie
michaelle regine wende keelie kiyana martie graci hala jackqueline jemima juaquin marvella nicolai annita elisabet hawa keandra
mikaylah shakera ulyses arnett lilie meleah tomie herminio natacha raeleigh yechiel arliss carlena darcel emiliana margrett
rolla yanely ardelia betzaida lakeesha amor avelina corben sneha sonnie tausha lorean makinley alyana ermelinda sharolyn bryer
darryll jahiem rosena yoana deysi efraim nadean notnamed ricco arlee calder devine inger lilibeth reita schyler britani buelah
halen severo valinda zaine zaynab twanda yamil chyenne keilah horatio azalee dusten keiana kimmie roswell teah arrianna nancee
tytiana vasilios emiko kinzie nida rogan samer vivaan deziree breeann dream assunta ferman icie michayla carlita darek kambria
davontae derrion makenzy niccole rashelle ky constantino saoirse zak jathan nonie ardath breyanna cozette julietta keirsten
keylee tesa arabelle chere karima logen olene sander steffan ander makia necole niels carmelina reegan thania elgie pa laurinda
magdaline solana syeda bao castiel kandra niel rommel allisa camillia evalina victoriano christon clemon cutter georgianne
henriette jadarius sianna calie eliud graig jamichael tammera cera kalan kenadi damarius derreck jaidon nazareth simmie tijuana
alaine anabell drexel rivky camry kendyll majorie sayra annalyse december nadeen sharhonda sir fleta sula twanna wesly dot
emmanuelle katelynne keondre trinitee monette niall yoshiko colon yaquelin autry delainey kanye shenna zakery aayden briauna
deserae leanora jackelin makaylee abbe clarinda cleone evelena ilah zakariya blanchie jamario rachal thai yuna de denyse
fredricka link vianna kristeen levin marcanthony mattias rodman zayra jaymi kailen kareena siya zen ajah brienne diondre jeriah
merrell diante emmi issiah jerone tynesha banks edgard jalia reginia saxon phuong quan treveon amando atiya kamia marquisha race
thayne chaise delos edan junita raena einar lahoma ziva amaree atlee delorise ethyn tiona adyn marlaina shalon alexzandra collis
louanna tamarah taneshia daysi jamaine jameer jeralyn marguerita clorinda kimmy laroy rebel asad deklan delon loring nijah
christpher daniya darice phillips yadhira carra jamarr charlesetta roshawn shivam jacquelene tyrik zaniah derian maralyn yuki
aiko braxtyn gerome hagan jd keane meriam sheronda tyshon akeelah huda kina sharri zofia daneen errick genny jazzlynn johnathen
alyshia female kamar salvadore jennell lem markeisha raquan nidhi sharika silvester arminda cadyn jermel maryland refugia
bibiana dasani mamadou tyreke zabrina dyson eleana kathia jaxsen naudia danasia danesha eliyah joslin kally lavone naiya samiah
tiffini alyanna brynleigh charlean sharae yariel gissell murrell naquan shirlie abbigayle demaris nam stevens toniann vernia
arun chazz henretta issabella mykala gypsy adi christinia dasean gavriel paiton shireen amna brendyn joeann minta my uma yamile
farhan jabril marquese ameen armanda cosme kaiser marcene solon azia barnett ether gardenia haris jessyca lakayla lige marijo
ronica zendaya gracee jazlene mafalda ridley brina kaeleigh starlene jerrilyn jonie donisha laela liddie bridgit emalyn jun
kamaya norvell angle jahari jaide sultan apolinar jelena kyrstin naisha tryston alejandrina elwanda fate trixie zariya gill
jireh zinnia alica asiya britain kalisha keelin rella ric shantay venetia aundra hindy lucina sakura shifra gisella jakiya
jalaya jeslyn larrie brittan cavin aoife avie davante malory riva antuan elexus jerilynn nicholette pollie anirudh ardyce
bethanne calum cj doria kahlan leighanne saphira aine delcie jesika raylen tedd chauncy kolbe micheline niamh tayvon teara
journie librado abdullahi dodie larraine lisabeth georganne larson mariko rowyn hogan isidoro kaytlynn miabella naveen niah
saydee jeanice prentis akayla geovani johnsie tou vernette aiesha estill hussain izel debera kailie delories deseree xavian
colonel elizbeth vernelle halli ozzy khristina monisha ruger renate talaya angeli dolphus lorry shannel sinead glennon rasheem
sachin thyra analeigh daneil karthik liya roselee sharan aleksandr alyx aziz hosie naja aaryan amaryllis breasia dayshawn
evalena taegan janyla lev teisha jaydah jennine lanisha pavel sharod angelee coltyn daniyah dany doreatha laynie lorain patton
presleigh reyansh shamiya shawne fitzgerald laquinta mihir willodean alyza anamarie marielena morghan raniya yecenia bertina
kolbie kriston rama torre erling inaya kyrin mycah bobbijo brownie carolin kailin mikey tayshaun bedford katheleen shaunta
trentin fredie nelma steward philippa shondra anijah audria hiawatha thao vinita claiborne dyllon kimbra lorissa naseem saralyn
gilford lakeysha damya gean kamiah nicollette sada vanetta brigit tywan ameena amer egbert navya reema tyonna clell darick
jonette margueritte aarron iver jahzara lanaya liah loreta sia tamarra holt jonni kimberle zeta lilyanne caressa deshun iverson
malani marland seferino antron charon kunal loralei michaelangelo milah pearson antonietta luisangel marena timoteo deangela
nicolo oletha sheryle vannesa zuleyka aundre klaire lossie memory raelee sakina robynn shaine shealyn sora avarie lakeya tanasia
teagen paralee royalty abriella donnette emilly marlan mayola meena anahy arianny jakira korin laryssa veer virgia aisling
brayleigh cree laya neysa rheba sarabeth denzell naia andreina jalene kathrin twilla kemp krislyn aitana aldair aeris eisley
jazz nadiya nima shakita jarom kaysha kinzley kruz lynae merari syrus emileigh rheta carmina emeri jarrid tien katana aayan
kanika renna cleola ewing kennedie leoma serita tarin wash aksel jaxx joane josephus lizbet mei raizel shain adalie caliyah
elson jerrett nariyah alys anfernee earvin joshlyn kofi virgel braxten camrin layan lenin martavious chan damone maddex maycie
rashell tiare adarius araseli cashton geremy jobe kilian rashaud renda abbas abdallah adil ahsley amaury lavena lavette mehki
aadhya desmon jacobe crystle davonta nataleigh senaida amberlynn barrington crimson lavetta macarthur oaklee ravin sione yusra
odilia reco roseline aleksandar amairani artemis joby otelia taquan beula breckin keshon marquitta melaney mesha aleeah briza
edmon marice meagen telisha yonathan clarita ebone electa elene damario mitzy sanaya vittoria zaylen chari kenrick lenita
beatris belton calin kamie tayshawn adline avia deetta donia inara lacresha zeus anise jakiyah kashton melford derrel jakoby
kamala kambree abdulaziz jenevieve korinne kortni rayce ryanna ulisses ivery nneka deirdra dyamond khushi kynleigh rayanne payne
asael lecia mackayla aaralyn cache lizett tempest dicie eber gweneth jahmal jeffory jessey juvenal karalee tayah treston adryan
blayke gennifer hale imanol mariellen nikisha thayer winthrop christion duston evita jakeb sona zayna joselynn lamia roshanda
toriano wiliam deniece emeli onita alexxis jasson freddrick haskel mylan rashaan wisdom carolanne ledger susy teodora tinamarie
yamilex yoshio dorien eleonora jamelle jonnathan khali morganne oretha tyronne dakarai endia gwendolynn ladd tonnie cornel
hercules jameelah jorje orvel radford season akasha bakari deona doc lavonte melena omie decarlos eyan toshia wendolyn ballard
candise cyan jakia maudine panagiotis wenona lynnae shawntel teaira zakiyyah zenon coco eugena gaby karine mairead malerie
raylin zac annissa heba jacory leontine merilee neila ripley brixton doyal dwyane kage tangie clarise decker denia kitana
kiyoshi terina alla bram dorothey keva lorayne shamel sheba tashara dujuan kamani vira aleeyah briahna jamaria tejas tinisha
ahuva jariah kennan melanee rema saraya sonali ansleigh carlito dalyn saleh amoni aretta cassady delorse gilmer jaimi lucianna
maryetta mattew asante bevin brande jashaun jorie kiarah nayelli shakur demarkus domanic ehren eryka everlena addy barret dondi
nelva tait walden edric nikayla tiffney alexsander celestia destani guss halbert kerra adrean ames cherice ibraheem jerline
markisha marque matheus yvonna arieanna brently buel gregor hinda kalil lillith romayne shomari hessie jamy rakim raynell alicea
anil emilyn ioannis keeli keenen teresia vayda aaliya charlyne ezekial linnette navaeh sadia teo thedore zakkary ahmari alfredia
kelson lemon luster sariya shanea shelva tylen zacary alf hamzah irby izora josemanuel kaysie shakyra correy courteney french
mercer mishelle aaniyah cayley kamisha parish tennyson vander zayvion zeno alysson kionna ladarrius nereyda nicolasa pink eoin
midori rayquan suzana aarna argie haydon hulon wilhelmenia caila demar donnamarie jestin linley mariza menno vy andru carola
keifer kesean laynee leeah michial rashel shella arial johnney margherita xavior hoover joelene kenyata marlina namon collen
eathan merita nivea ravon zackariah amalie georgeanne hervey italy jerusha kaitlan keondra marleny mileena sierrah toria aleck
aleyda daemon doyce jannelle lailani bayron hallee hillel lindon roya safia seema shavonda devina dierdre donaven lennard
vasiliki blima martinez shreyas benaiah berdie damoni glover iziah kanon kaydon orvin shaw teya wanetta amarah elanor errin
karizma mackenzy sonjia velta vicenta annett carlina devynn athanasios catherin tab davien gadiel hennessy selvin claretha izola
kansas lanier zebedee chantay dailyn chelsa charletta donivan fallyn deadra docia eamonn kamesha pricila sicily zeth dionisio
harlene jasiel malayna nahomi wilburt arlys chaka harrold janese lyndia camella channon marcey curran delani janasia kataleya
tonita wallis aishah alvan izabell aayush adelene davia gerda placido alean alexei cloie irelyn joli joselyne nadja branda
corinthia lashondra lorette telisa aili aquilla dyani khloee kristianna larence makya ancil bina nicolaus adron fahad giulianna
herbie maebelle sholom allee anny breyana eliah maryjean raisa thuy exavier garin leonna ori ryden tyeshia verta donette jaxxon
jeneen laveda lonnell neve tahira budd burgess christoher manal tajuana vonna dorla jock addalynn arnette chrissie cuauhtemoc
gionni heston kaelee kalman mateusz shantia shonte teonna verline amiracle carita chason donie elihu icy jazzmyn myeisha rahman
yulanda anaiyah dow irven jerrid maija natan thadeus zuleika ardie irelynn tailor tilden tracye williard yves dandrea harding
helyn kanyon melaina brita jelisa joshue maxcine zyan christop lore rise rosey savina westyn yulianna addisen amyra caralyn
chalmers maribelle metta abiel akshara bonna cathern celinda emalie gretel jennafer kandie khaliyah leya sherill yitty chantz
jalayah jamilla jeanett merline michella mykenzie usman braylan deborha delvon gwynn konnie tiyana viet zacharie chloey martika
patrisha payge rosabelle ahtziri glena hamp jayleigh kiyan yalonda arbutus brodey casi cirilo kathe maelynn sela shareef abimael
jazmen maelyn tarrah zeinab christoph cristo fabrizio han leshawn maleigha rehan shalee vinay jennelle tali ulices willena
yousif lindi sherlene thersa elsy ginamarie starling japheth jordann roshonda tesia brilee farley kashawn mekenzie rudi shirly
vallerie henna justino moesha nakiyah sallye spence tasneem brailyn huxley jozlyn meilani shaela zavian deliah domonick flonnie
jafet keyan oona ayonna cherisse lanetta lyndee maeghan percell hebert shakir fiorella lawren mccall casondra elston fayetta
herschell joseangel josiephine pearlean surya vittorio ammy aurea carlye cayman charle durand kawika lashana veryl ainslee
aleczander arcadio bladimir kimberlin langdon maricarmen marrisa monalisa taylon terria timia laural olinda caysen jawad juanito
latoshia rozlyn shaheed story yenifer audri brunilda mossie nasser netta chi jarel lynlee nadir shila chanse maymie emy
jacqualyn khiry kile lesha rhiana robbyn roslynn thurmon aaren anusha duaine markese perley alayne alika alyah cherita
chirstopher dutch aracelis claris dallen jamira levie nakesha krystel lawernce maliha mykaela vinton brinkley desaray gildardo
macklin sharina son takeisha caitlan cesario ramya sahasra tamaya valera kush mellanie mickeal resa anner carlon elke garen
lashelle neisha woodson jayveon meara tylon bela dory lyndsi braydan sharman susette teryl cartier cesia cleotha jeanpierre
kendria lux shayden yashica zade jonae leighanna mart orla raja rayma saida tiffiney zakari baldomero daira deontay everlee
humphrey ignacia kiani johndavid rayleen stratton adriann brevin casimiro estrellita meira prescilla shruti tamiyah trystin
andreya mariette montreal amairany ashlan marcelline michiel teigan treven bula christien dossie jovi pollyanna amiel ardeth
brandice dorethea hiedi joretta kem lasha linkin rawan terica zaki darnel deitra humza mataya wynell frederico laquetta lexa
nancye rulon bryanne donzell genevive lan mettie terisa zarina aleda evelynne jozef majesty maree tenika aleeya dejanae jaynie
josilyn nori zakai brenner cai destyni daivd jeancarlos katrin kyna margorie merrily sayuri thorin arleta gayland jannett
nehemias dagan fara jaheem jolena keilan champ frantz rees aaleyah annelle antwoine attilio christyn cindie damein elyana manual
rockwell alicen beauford blenda electra gordan katara keontae loleta nevan nuvia yelena bethani caidence dalena derwood
evangelos mali sherelle tkeyah vannie carlette lateisha liset priscella reya senora adisyn baylen cheyne goldy harman ilyas
jamillah jerson nacole wil alayla ashlen fayette fleming jerard orianna quintina daisie kassidi kolleen luberta meisha sallyann
takiya adams bretton jeffrie jolanda kace orene kaneisha lollie paisleigh tytianna ash beecher carrigan clotilde gwendalyn jarin
jestine kerrin meliza sidra taira zamari keela kylon lenette masao melbourne yazan yitzchak adian beronica biagio cherylann
ruperto edin hosanna janyah kirsti adalina bobbiejo cephus collene kiki lawyer neola everest kelcy kristene brylan leiah sagar
takayla aixa delight estefana gladyce timika traveon addysen catrice divina elona eriana kyden leonarda megha hung kayvon
laurena maryhelen mckinsey thressa anica bev gittel haile jahaziel jolinda khaliah lovetta milinda ryu tevon emberly hoyle
kavion rufina thurmond angelea anice carlisa jarrel alley anslee dekota kadee timeka triton wenda anakaren mareli markesha
shakeria tytus bastian cloyce genessis sherida asiyah beaux bijan burnette esdras jentry karianne mikyla steffani celest clois
erianna hillery lucrecia xaiver bucky charmain elijiah evangelia lawerance marcine miko rockie venetta vi zaya bayli dola dyann
hadyn keir rasheda sharol teofilo aislin germain jabria jancarlos lashell leasia parks pearce andrez grafton merril olie tayvion
alverna dyanne florentina hermione jaydn paulita darya eros franki jonthan nichola raziel braylynn brieana cherly iven keilyn
manuelita seldon camisha damar dwana jamier janalee lenox marciano orrie amil buena butler geo maylene pheobe starlet alon
joachim kenesha leandrew tani algernon harli keianna lethia suraj herald kaleo lashun roena serjio sulaiman zelia aziyah egan
lashundra lillianne michiko octavian orris sunil umberto alcide cleophas madisson erikka kynslee rya betina denielle nykia
shareen tiger toccara wylene caileigh kerby khang lassie magdaleno mckenzy meegan denisa jeneva percival sharde shaundra
annalynn danyale encarnacion hayven keiran monserrath nhi radley rider takesha teia yousuf abilene apolonia diamonique giovonni
jahleel malana dicky evolet jazlin jibril jontae nabeel sherise talina tenia aubreigh colman cristhian damia lehman randolf
spiro tira tully cecille jailah melea pieter radhika andee avelino kalissa kamri margeret marjie mayrin melvia nawal saskia
terris alixandra alya carolynne jasmina kyleen nilah siani elija garon kaisha keron yocelin amrita azzie briseis brison jakyra
keelyn lindsie mordecai aleasha arlet harvy jadelynn karra keagen luan marilynne purvis saint shulem ayub barclay delisha jabez
keriann mischelle amen charlotta donnalee enya giavonna jaykob shalena shelita truitt aleeza francies ilean keiko roshni yasmina
aeryn cleatus emaleigh kadarius marrion dartagnan denine trang aeden aldine byrd cyrstal kylei marine yulonda derion dontavius
janson lisbet lynsie tobe abbott abriel africa berlinda braydin carrissa kawana lashandra malikah orelia tifany ardys britnie
catie eshan haneen kishan patryk rashan alferd emmarie jamyah khyree mabry quade alleen eowyn harleen jodene larenzo rilyn
stanly zollie andraya ellee khamani moishe myrta rylea stockton trinette wynette zelpha elizah gaia jhonatan keshav teana
tenille andon kevion tinnie evertt faythe jenay mardelle phong sharry vinny dylen remo tennessee jayana kacper lynzie robet
ronette sonora valen caidyn gavan kendale loki raffaele shaylene tavarus ahna chara hilaria irasema jorel neela padraic
rodriguez rosaleen gianfranco muna rajan aziah karole kathren selby shamekia birtie collyn kloie laquesha nevaeha nyoka tayton
tyrice zachry garnette kirsty sanvi teron damara derin ezrah haddie hasani kiandra maliek takira uri abrahan glenice kaelen
laylani nadiyah nycole weslee bear dontez edris graceann jalan wednesday deborrah lyanna mazen sakinah terrin thien chico
christelle daiana enmanuel lamarion orvis sherese yohana briant evy fabricio jalena mariafernanda trini westen zaneta burnie
cerenity lorrine tameeka wesson adda benjie courtni danah iqra leviticus rivkah stryker terre tremain bellamy colvin jayanna
liesel michaeline shameeka allisyn gilman kong marcellous mckinlee roe teon tomasita berl dorina elfreda gunther kendarius
rockey theotis trevan tysean avni leonela letisia lissie merced burnis lacretia rayana keyli mariely serinity thelbert timberly
aylah beata burma cailynn kaidan maritsa rasheedah rozell terrilyn aiza andrianna annalyn caris erving janisha kaitlynne kam
karishma malachai montrel rebbeca triana verma alvira bruna fanta gibran janaye kassondra krystine loretto zebadiah corean
davonna kayanna marwan nello norvin yisrael zoltan aldona alessio eryk maurita murrel tomiko zamya arleigh claretta jerlene
laikyn marica marqus sabria arath kyia otoniel raghav ramie shauntel zyion cydnee deserie elidia erla genise jazleen lacinda
leasa rayshaun adreana bronx deva ephriam ewald neale sandeep tajah wilhemina coleson erickson geroge klaudia kriss vertis
vishnu chayla meghana ramey reaghan salvator tahnee aletta deaundre evia jaydee kersten myracle sanchez taylan valdemar conni
dickey dylann keylin lakeitha natasia alesa carmin derryl fredi geraldean jasir orlan reather silvano tallon aakash alban
ambrosio aryah camile romario clarnce davidson eithan emonie kreg lekisha michelangelo saya shandon valrie delwyn hendrick indie
jamara shanetta breyden denee ka katiana kylia leyah lorelle melisha tenaya xzavion dayra idamae jevin kayana mahi makaya
marcelene rafeal raygan temika braedan claudius livingston myeshia shianna ailin amadeus jizelle kylynn mykia vela alyiah
anastasios ayvah consuella deloras dustie estil imo malikai marlynn sherly zyler cordarius falyn krissa maysen mikenna natascha
anneke denesha faiga jionni kaylor kedric marykay broadus falisha jencarlos karyssa lyndall nahomy ovidio paradise shadi talena
betzy caius jimmey liston neomia sonji evlyn gaile irvine jewels onalee avinash calley delylah donyell judyth taelynn asim darah
eren jonetta lariah laury maddisyn rashod sylva valene arien brailey dezaray keyaira klaus lanesha lashea manya tora zyair abra
bayard eleonore kadi kela marylu tashawna coryn dashia edmonia orlo tilman alandra delany katrine malynda matthieu nashawn
sherra tyrome chyann cypress ellia izaya maretta nadira oksana shakara shelbey yohan barnard breelyn ellyana elyas fortunato
garnetta jenaya laren meloney mikalah mylo clemence jakeem melrose myleigh shadow tzipora argenis ianna juluis kelia lyna madina
mauri ambra arelis darianna kristle leotis nyjah alverda catherina danetta jamela maxime naveah velinda zahira fredrica jacklin
jannell jaycen jemal kenzo lurene silva corinthian derricka dorrie josi linzie rayn rhiley tawna burney cashmere emmanuella
marne mikenzie montanna montavious cidney clella kenric mandee neko sekou sharese thaddaeus hildreth jeaneen jerelyn orman othel
philipp tyann zooey ariona candee daevon enoc karilyn rayonna seirra cosimo darlean isra jacqui juanjose kaaren maelee mont ama
katty makenzee mirabelle nastassia shun york jonothan lenell maralee rossana shyheim zykeria almer knowledge lurlene raudel
tarrance vernessa wray amel ayisha boruch cindee dieter sharlotte sherrel willadean yelitza cadance johnnye keyera lari larnell
nicholes shadae amey binyomin claudell kalaya milda pervis alonda anuj ashish blayze darnisha deleon dimitrius julyssa kalon
kila myer shaylah aadya keigan maryfrances naomia perfecto quianna rolan abisai arick clydie hadassa javari maegen sydne taffy
amory jahmari jaliah jeanell kasondra mackensie mardi pebbles sy tayna able farren frona kassy mariska marymargaret olean
shaquanna tahirah vlasta avrie khary lenda mykell nathaneal navy tifani alizae cillian haya katerine marycatherine nava roney
sebastiano subrina talin tawnie anylah dameion ellene ellouise eneida ginette missie nailea shariah alekzander bryonna chanie
farrel isak jaileen keiona oneita sandor shawntae taiwan teona thera braylyn buffie caraline cayleb evalee jacquelynne jelissa
leen markos rabecca rida shanan amadou avry channa devron adem danise devany georgios jaryn kerrington lainee larene meriah
niara parisa rollo ronold vonetta allisha dresden kiri kymber marketta porcha reza waunita chavis cortnie halina ilianna kolbi
sameul santanna vivica aaliah alastair jamyra shalisa akram andreanna cresencio haroon hart jacori jayvian kaija maire adrionna
antwane chanta eastyn herma joellyn nekia reiley amrit audre cross kirah rainer sarkis stavros enjoli kammie karmin kensey
lilliann markis shellee alwin anthoni gerhardt jerid mirta zarek bartolo ralston sherre tymir youlanda andersen bricen bunnie
cinderella emmily leeza osama rinda ronak ryane taniah bryston donnita erle ibn ivah jannifer jashon kiyoko melchor rianne
teaghan wolf lella loise manisha royden kymberlee lorien lorilee tonika tysha aliesha chancy mavrick paizley shontae treena vona
ahren amere christiaan cintia hyacinth idaly kahlia kenyan pearley polina soham huldah katja kean khyla lewie margrette nicco
palmira timonthy usher zharia betti cage caylen fatou georgena ikaika sherian siana tonny cherrelle daytona jeanluc lateef
loghan lukus rahma shalene shyan simonne aloma daymond jamye ruthy camdon lander marlis nessa niasia norvel sachi tashana bronte
dade elani pryce reily roshelle sun bowie cline danitza jinnie kashif krew lania levester maliki oceana rhian aloha breah
dmarcus elnor jayonna jozie oryan rainy santonio shandy shree anasia eila lucilla macyn maizy nathanel ramy solveig varsha
breyonna hurshel jamarian jaxyn kendrell sabian alahna buell caralee delphina eureka katerin nikkole oden peg shatoya tequilla
alexes alyne colbert dalary jalani jeancarlo kadynce kierston klay theadora tiffiany whit yevette yocelyn analeah aneta chelse
delene ellington jasean tasheena theora tiffeny tilly devone margretta shameika javis jerrald orren roddrick taylynn elliette
evamarie jamauri jameria july lenise lillee thom yaneth florie jaidah javaughn leylani reghan zahria abbagail arash carah nija
alger arvis branton darielle rylei abelino eligh jehu katryna lanee lavender pleas tarell alvia amore destanee donold kemani
landy sian verity breena britten cathlene chimere coralyn elsworth haili lorenda makinzie mayla waylan airam amera edyn ender
galvin harmonee helmer ilyana aneesh emmah hall havana hendrik janiel latroy lorrayne maher marquerite mikail ranya wali bronwen
dawan macel nikol shanette soila trinidy fransico mikelle tywon argelia avalee blakeley diamante ellisa glade helaina jasmaine
javonna maxfield primo skipper ahron benzion cephas keylan maebell maxon montell pinchas chioma cristiana deagan erroll karee
kenedi ontario sheneka tedra teela toribio zamarion danella demon jayvin kamauri kimo masako talbert terrace abria atara avonlea
jacobie troi anneka antjuan hollyn hoy ivor jarely kaely karlo khaleel raylon sarahy taliya trayton tyus cortni dayami delynn
jamelia kamau merida nicholai pippa puja riyan rodell samyra terrick berlyn ceaser desha donnel ebenezer farid gorman jamecia
linna mackinzie morgyn nadirah westly adaleigh iyla jayline jessalynn melodye trevaughn vashon arnel idalis jinny madigan
sabella takashi thu tylin zacarias brandis chavez cleona eino kimble steffon tamaria demetruis erina jodell kynnedi lakendrick
omayra saron shaurya aristotle barak blue daegan doni graycen hieu jawaun manolo jeremih latrelle layken regino rogene yanni
anyia dimitra garron haylea jenea larena latrese mehdi nayomi philemon reola yannick caedmon graciella maiah viraj emaan javonta
mylinda nitya nohely samie christia danie erron trequan walid genice jabriel jenilee jiana lashanna rajiv ved yakira aniela
brenten camillo cassidi daun hideo kristofor lorn nakeya noami radames abhiram devontay dupree journei kamea marlayna midge
aarin ariell burr dove ekaterina jilian maddilyn paetyn saddie tarina alesandra amaan ardyth donica duy elimelech gwenevere
lillyanne lynzee moise rishabh shakirah amr glee jamica jhonathan kaori nazario towana trapper dewain nirvana taija cyrena
davide doshie ieisha isley jonita kinsleigh layden ninette norita pasha ronit shavonna toshiko allanah arianah darrah edvin
jenean karyna keyra kipton laszlo odella shakiya tish antoniette bobie brenan chenelle georges jaquarius leala markee megann
philbert selin sherina tacy ave cheston hardin keeton lanya lemmie maddyson margert marnita mayela merwyn sharday sharion aleene
anesha dene ebba elane estephany freyja lilliam pamla shareka shilah viviane ariannah emarie ethaniel hewitt marily tonna averee
cecila ingeborg kadance kamry kimaya krysti leva oshea peder zachari avin carylon dearl johnthan karrah malin naliyah skylyn
tolbert tyrelle dema orlanda aleatha andromeda bashir gurney kasyn kerianne mat mele shontel wendee ziad camerin creston daliyah
derrius fronie kariann marlisa tor adrienna bettyjane catelynn nealie ondrea pecola vedant ala amilcar amyia bernette comer
derrill harlyn jamiel kaeley kathrina khayla kiely qasim stanislaus alexas asheley atley benedetto chrystian erendira hoang iram
lonell ryah alejo chapman jaquita jerico kiyomi lekeisha loney marquice naaman rhyder britanny kendalyn reeve stefen tionne
woodroe yisel zaidyn aundria breckyn ceil eathel felita kellin risha saphire severin tamer adama arly betsabe calissa charyl
karlin marshaun quintavious raheim samarth travell wyona aadi bladen devra didier lugenia odile renardo vassie amena elyce
ginnie jenika kimberlynn laysha rosellen tarrence ankit davaughn jara jordanna laymon niomi shaune yoseph altagracia boe dezmon
kalah nanie talea tammey tawnee camara lundyn melana mora raquelle tarun torrin truth yasser alizah arminta betsaida eyad
francia jakie jaquetta javarius lindsi lonzie maraya matilyn nicodemus nikkita prestyn robinette rumaldo shyra sotero yoseline
azlynn briyana fynn jeriel reis rosalin sharelle taniesha waddell emmette finlay guthrie ibrahima ilia katisha lelan linford
rosette zayan amyiah darran elpidio layah ronesha sabryna shamaya amisha casaundra caspian leanore lipa lorren romulo rudell
tirrell traven destynee eyvonne hazelle hilarie kallista kareema keishawn nance prisila raylyn rodd zahraa bergen damiyah ector
elif lynnsey manon october remus sejal suhani tarrell yassin alissia antonie armandina arville brit edrie kavita nicholos
nigeria selmer wilhelmena blase camela conlan loa monico purnell samaira shamyra thomasena antonios aristeo auriel avamarie azra
buna gwendolen jadie jaylie jedd kanani kensie kortnie lean lysette revonda zari ajanae belynda colston crist darling delayna
kieara ovie remigio reuel shalini shant talib tya doy elyza gabby geraldene jeremyah kavan kelin leni lilee miryam penina raigan
treshaun zamiyah bettyjo harrel hensley jamilet kailan mariaguadalupe stasha vu antwuan ashraf auria brystol chelcie conard
daequan doshia hubbard hughes ilsa ishani jamese kaitlen keala kenard laquana malaina rue abbygale adonai jaynee jefrey maggi
mirabella nandini tanay tinesha tyvon aicha alfrieda avital azrael fortino jakyla kourtni koy miangel naydelin shunta yan
cesilia clide enrigue jacqlyn keldrick kyesha loralie manson tiyanna trung kearra marilin shaka shamon somaya athina ayda
brinton clyda gery lataya leondra lovey mikela pacey tamari asmaa cherese chrisopher elspeth emrie ginna kaseem kazuo lysa
thimothy yatziri charlise daeshawn dung estle khia lauraine myiah ramiyah sigurd zaynah aarika acadia brena deontre josua lauree
mikkel nefertiti pamila salah yurem burnetta charmane daiquan daphnie eshaan finnigan gilmore janika jaryd jayton kenzley kiaya
nicholus shailyn sylus vicie yarel abhishek aeriel andera aquila deaven emersen jawon kendon koltyn koral mallary nichols
shanese tearra calyn charlynn deni dinora jaquavious kairo kristena abigal arrow avante eleuterio jerimy merrilyn pharaoh
richele rondall sha sharrie suann alpheus avram caira idelle michelene reef shawnette arvie deanie diallo domanick korrie
lizandro marshay ronnette saria sully zuleyma hamid hernando levell mackenzee mar murad porche reyli tabbatha veneta adrielle
agness alaiyah ameenah avari brittini eboney estee ixchel keleigh sama talor tarryn urbano armella giovana klint lenae letta
moussa reo sagan sherene adysen aliviah ashland chany everlyn keera kenn kion mckenzee raffaela royale severiano shakeem skyelar
villa harald ilya jlynn malarie sharay sury venecia ameya angelisa kalem kern morgann nonnie toren trenity xavien yuvraj aerin
cheyene christobal clenton deryk earla evelene jameela jolisa joselito narissa obinna pessy aishwarya aleaha kana ovid peaches
rabia yuriko beautiful chancelor clarie dawud eola jamarious kaliya nicanor ram saleen treavor alexanderia arieana brodi
carolene faiza nikos primitivo shatavia tanea charice darriel eulogio kaleen kalyssa mahki pressley rosebud saralee arham
brittiany cadie emelin jenai juanmanuel juno kaimana laray niccolo ricarda toshio abdurrahman clayborn ilyssa kainen kathya
kwesi mahir malori moody sahra trenna wynema cyndee fraidy jera lutie medha peterson renisha shealynn allister buren cheron
elmina kiva mckensie sharone stirling sydelle yu alaynah haylei jermal kailea lalita lutricia mariea navin raegen sheyanne zowie
arwa camaron edilberto kaven lashauna laurissa nicholis rudra sadee teairra zachory aleana ancel anthea bascom darnella indy
jaritza josselin laporsha leitha sohan tayana alanda brantly jakhi nikkie rayshon aran aubre courtlyn kenzlee medora osa
shawntay shoshanna zebulun aalayah anthonie babe dennison fleeta kae mahayla odean worley aliene alizay annalie dewanna
joseantonio ottilie tziporah bohdan chavon derrian domenique giuseppina kearstin landri moe neri seren vermell xandria fatema
jameshia jayon jourdyn junia kambrie latifa martavius nasya radha ruthanna teyana allyse arda aseel janira jaylani jenavieve
jhett licia marlea raeven ronnald suzzanne anisah annamay arav basya bayla brihanna charls dawnmarie ilo kellianne peggi sammye
thermon zigmund adleigh ailey alister antoinetta aolani calob karam lynley mechele melanny rinaldo williemae ayomide breeze
climmie cristel donel emberlynn fumiko hanley heavyn hermann jackey ladona meya addam adrea cainan donovin hetty ivo kapri leita
marykatherine neema rayah seena tereza yobani arayah briyanna brockton jaleen jaziyah kal kalene kou lamond leiana matty mima
olena ahlam alyxandra avaya brieann dillen eesha gerrod hildur makyah newt shakeya trevyn aurelius carvin christoffer eriq
jaelah jermy kristyna saquan sonda svetlana zania alexandr bionca brileigh cisco elex fadi jahi jamileth kaile quaid quang
samella sherlin zan cheyenna daeja diantha esteven kasper maleia mikhael navid piotr quenten traevon vaishnavi analiyah caelin
clarene derell dylin jemel jessamyn kamyah kerriann lavita mariane raffi reuven yer darwyn deette eulalie gustaf havyn jariyah
joah kemarion kyleah lexia lilburn ronita sarajane yalitza zakariah ziya abie audelia gillis janyia jolina makynzie maynor
sarahann sebastion seleste toma aalyiah akemi bralyn breyon inge jerick jone kenyada krystyn lyndal rajon siarra sissy brocha
jacquiline kama khloie kirin nakai natia renada serra sylvana tamiah davita jermane murel renesmee sheril tomekia alyn bradey
corri crystel daysia demonta dezire dorice hisham hollee othella towanna victorine zamira akiko genavieve gershon jamaree kaylia
laquitta nandi rayla renell simpson stevon brendin caldonia darrow daryan deno fidelia jamahl joelyn kyria massiel mollee mysti
reino romelo stephone anastazia daimon deseray empress jamille kamela keasha shirelle taria aaiden alfie bayan devi kaiyah
kelcee margeaux padraig atharv azeneth brynnlee kalila keyton reesa ronetta sabas shanteria sheniqua tyrece zeina cassidee
coltan danille dorena kelechi liora makeba pleasant corynn fatma kenzy minette reynard trishia andrena armonie demetrick edy
khanh michaelyn dyland elijha jadeyn juliano laniah marcelyn orma tabbitha tyiesha tyrie alyssandra benuel chardae gionna
jamonte marcee mela othello ramzi shadia tedrick thierry trinton whisper anistyn carmelia colden damarco damiya euel jabbar
jannat julaine kennia kimberleigh koryn liseth marlane tabor tafari tameca cerise deandria dj kyasia lubertha pamula shirin avan
carlynn danice delante devere elysha indra katarzyna luellen morrigan ogden rashanda samad sharona talha adrion alexxa audley
cayetano denard dewanda jamisha kerrick makhia natassia ngoc shauntae tevita vola zahid adham alauna bj brelynn dalon diondra
haylen lafonda terryn waylen denette ellah jaleigh jarryd jubal kiyanna nahom rut abrar adon alynna christapher elsbeth floris
holton inis shaquanda tela tomasz trecia aidee annalia dorma evann higinio jaquon latrece mikia sherrilyn trajan allicia ayelet
faheem ferd floye gerilyn joaquim kassia keithan ligia penn terren tynan zymir annalicia cutler dorita enedelia kodey persia su
versa daelynn farron gianmarco kenai koltin morrell quanesha shylee taysha akari aziel colyn gable haig raynette stonewall
asusena ayat bexley italo jakson jalessa jaythan kimya kinzlee leandrea maurilio mi reeves sang takeo tameria termaine yanelly
giancarlos hannibal infinity keary lakshmi latonja lendell maysa selia yamila bonnita dayquan ellyse geovanna jeannene jerlean
kayliana khylee marriah rajesh socrates takeshi vallery angelise aurore christella danaya darlin dayonna elysse izell lateshia
luzmaria makel marilla megen morelia rubbie yoni anvi igor kaisen macen marit olivette rosiland saleena shermaine taralyn waldon
aneesah arantza gaurav roselia aisley dajanae danessa haruko izac jezreel kahla lafe lesta modena owens renny salli shantavia
sheela shyam shylo tashaun tytan daneisha desaree florentine leocadia maleena marybel praise rhema sylar teasia axle bradie
epiphany geoffry jannine jeannett lemont martino marven shawndra tran conception doroteo etna josalynn kendahl khaleb knute
lynnda reana stepanie valli aleesa dietra eufemia geraline kani krystopher minoru naythan necia shaheem tayson anmol daesha
daviana donis gaetana jeter kao ruffus sherrye siegfried zoei amarilis amiri emre eniyah henny jaxin johnae kelyn linsay margit
marketa mayleen mennie payal sandrea shaley trenda willma zully alara matea shaindel telia texie tyriek ziyah ayala besse
brooklyne claudene fares helon izrael lekesha mireille taylore zyla barbaraann criss darcell javonne kambri khoa lenoard lleyton
precilla tavarius aralyn aviel carles carrieann cobi denasia djuana embry emmalie feliz lejla lovenia naiomi rosenda starlyn
yumi ziyad azari greenlee hadiya johnatan kaleigha kourtnie rutherford shakina sofiya albaro bobbette chrissa deforest ethlyn
gleen hani kaileb kimari loida nichele orel saja vanya vara annaleah bushra dacota dallan demya faithe kalley luiza noell
rayetta richy robyne sterlin tammye tanzania abrahm alicyn carlisha carmyn dandra eliam erek joleigh kelliann kentavious medford
neyda octaviano riann roselie starlett teasha teretha zoi avory brittanee landrie omid paz venson verdia brandilyn colie corryn
hanif haydin mahnoor monya quashawn tiani ankur brieanne brilynn corky dayon esma habib jakeria jennalee mitchelle oralee
pheonix rasha renia shayleigh taveon chirag christabel eustace everet isayah jawuan jessamine kaelie kallee kenta kesia lysandra
micael nyles valeta yerik altie binyamin callee darshan juna mylene nnamdi orbie recardo sameera annsley artha elbridge haziel
jacelynn jamesia kateland marelyn nephi rasean tanae taylyn threasa zoha calee daijon jamyia keefe lilianne razan shontell
siomara tiberius briah brittain carlissa clea delayne derrin jalicia kassey lei lenton librada nelwyn ronelle rozalyn sachiko
samy windsor albion dawnette ellise euphemia graden jannice lakelyn lyam ronn sephora tamora artur brigida charnell darbi
demetrus genisis hila jantzen joab kammy mills miroslava narda nataya tajh arius avelyn carlson danne darrol diamantina edelmira
kasim koreen sandria sheria tajuan timi townsend zuleima aarushi annell bradd derica ebbie giuliano kelleen madalena providence
railey shadrach shaliyah tarren terrah vangie arisa cammi demarko donesha eran erman gabryella gae jarold jenetta malanie
myiesha rebeckah yalanda amye boy clearance divinity falicia jonel kaito makensie nihal amariana arbie buckley ivett jacqulin
janan jaylinn jodeci khara kieron kortnee lakiya laretta leeana maddalena marquavious prestin reginae adelyne andrina aurielle
belvia cheng daman gracin herby kourtnee mickenzie pari sundra sylis timm tresha gaither josedejesus kenslee kevonte lorence
luqman sharia sherica alexandar balinda calan crystalyn evanna hershal hong islam jalesa jezebel kamrynn kloee orlena sheli
tauna annisa barnie bartlett cadin deshawna jowell keyshaun lorrain makana maliq nira reanne redmond adaya ambre antonyo azlyn
berenise clio columbia dayson dellie dorathea dorsie granger javar kyri latishia leidy maram noura nyia sabin sharise ygnacio
andrian beryle charlet dorothe hardie hari jamilyn jeanann jenaro jolette rayaan robina sarra shalimar teja duffy emmery janece
kamerin leea makalah raymone riaan tamieka tempestt tharon tyrrell abella atlanta avanell brenley cezar cynda dacoda heinz howie
kagan leith samyah alisyn ceanna keionna kennadie laycee makaio marcille tyreece elektra ezri hally hurbert jaeger jayln kameren
khloey londell takeya anglia brier dayvion denelle donovon drevon gehrig jaelon jennipher jeremia landa malasia montoya patrik
tilford tiya tri ascencion chardonnay coda disha gari kileigh kymora madalyne najma perlie shadonna tykeria tyrah valeska vicent
yul anniyah arrington constantinos jaspreet kalub karalynn katee kea kesley lillis mazzy prisilla sanna skylin terika alexy
aristides aylen cuyler edda jeramey langley manav mychelle reagen reiko reubin ruston starlette alainna breaunna corinn dewan
hansen jamarie kallan kamira maurene neita nyasha rahmel sharlee shatia adryanna daphna demetre evah kei lakeith lesslie
pasqualina renne tramell zamaria aissatou akili azaan gillermo kwasi lelani maurissa murriel richa shiva undra zavien zeynep
damiana darilyn duard durwin hien jillene nahshon tawnia tondra yailin aidin alyssah bethaney dreshawn frederich jadore janith
komal maeson shiree suzzette verneda ziah amarii andrik anecia belma chaniya koi melenie shantrell snow xaiden abhay cattleya
diontae eri hadeel lakecia laketa laurita leilanie lelar loyalty rifka shakeema volney ziyon alayjah cobey daxon deveon ferol
jaivon jessilyn joclyn joesphine jonica kanoa manha nadyne rechelle tatia tyna xaviera aalyah ary bridgitte danyal ishika melida
nancey sereniti shakima shem sidnee sujey taras whitman yechezkel clydia constanza daivon jossue kamyra kendrea kindall lior
malisha pang quint rickard areanna conchetta glendale halston hartwell jakelin lamiya leman nitin princella rayhan shahid taiya
tywanna aleecia annessa bren calia cicily crayton diania emylee keita massiah matheo rosslyn shenell tykia yovany adonna anndrea
bransen cobe donalda emberlyn francena isaiha jamesetta littie misa nara phill secret sheana tamy tiphanie udell abdoulaye
amberley atom briasia connar crystina gayl gradie halsey liba ma nithya sayde talesha tally terilyn truly any charmin deatrice
dolph grabiel kriste leno loye lyndsy madalynne mailyn marrie nadeem najae sharisse syler timara yohanna anasofia andreia
christipher danay demontae erva kacen kammi keston matan mehmet parke renie shelsea shizuko svea aesha aslan decarlo drea jaceon
kaydan magdeline obert orian tarry zacheriah acelynn alwyn chevon drena eliya fenix giovannie herold kajuan lessly lizzet min
odetta onika sindi sumiko adalynne almond chayanne cortnee debborah jasmen kashmir lateefah loyola rande rooney trevell uvaldo
aleece chuckie evey fabien horton kaan kennis laneisha mairin maki margaree murlene niklaus orange allura dalana eiza moya
sumayyah aurianna aydenn ayiana croix harsh jordanne kynzie parley patrecia aeron angila brooksie brynlie cesare copeland orva
pasqual raeford rj roisin sharda tyneisha valena amedeo bane bianey bradi cuba elesha gautam hollyann khristine lisseth mayci
maygan phillipe romi rube sequoyah sharlet alajah albany christiano eshal hoke keniyah lamiyah mala marleni rye soha chessie
ericson jud kameran kiante loula nizhoni quintez saadia verlinda yonah alaiya allysia arif ayrton chriss chucky inaaya jaciel
nickalas shaunice aashna adamary anden arina awa bevan carlean cristela heloise isham jihan joyanna karmelo piero porshia queena
rockford shizue taleen amaiyah angelynn dacey emad francoise jocie juandiego lissett lorriane lyndel lyndie natoya ruther serah
sevyn talayah tanita tyresha xochil aissa akila analyse arma billee bowman carle darnelle diara dickson fionna genette ilias
jalal kadon mabell maxson shaheen shamica tanasha terral tollie valetta whitnee zyana ajia asley ayannah georgio jamen koree
latasia makennah matti mcdonald naji odessia posey roshell shamiyah taevon taniqua cindra constantina dabney manar mariadejesus
olando quantez sanda spiros ashanta aveline dail doron enrrique ermal jaicee jalea jennessa kimerly mynor raychelle velton verba
amire ananias aryssa chevonne daric isidra jediah kamber kashia november rondi ryo sabreena shequita sunita symantha tandi
terrelle terriana angell antwanette ashna cambry catlyn dallon earma enes eriel harl natanya oval petros ramin rorie samanatha
sydnei tyris auriana genea jaia karaline keniya kennisha oddie paizlee racine aryonna coulter daizy delmus edwyn halia kyrell
lashan pace pershing rendell rommie saima sharnell yehudah alinda amilya arta dre emmylou geordan janielle jerrika leonides
margart marvina pascale spirit sydell tavish zaryah brailynn brittiny eulis girtha harvard hershy ivar jaccob keia kiptyn
marianela odessie phylliss tresean warrick atalie chani charlisa daena daine davianna demitra froylan idabelle iveth khaliq odus
raynold shada tiffanee tunisia waseem yen yides alexsa avrey gerad haider helma jennett jiles marcheta nassir saisha terril
xaria aarion bena carine ciani dulcemaria henrry kwabena kysen oluwatobi raiford shandell vick artelia bobi dadrian eulene
jostin levert maryella meghna minnette moana roselin sadi alayshia alto antawn heavenlee hersh jamaar jearl kaytie keevin
leanord naveed omri sarafina sativa sharayah shaylie sonal allante amonte anjelina annica ayoub elmon irlanda kaileen madeliene
meredyth mostafa nolberto rihana riker rui shlok timothey alaijah anyiah eunique gerren londen nuria orly raelin robena
saturnino shigeru aneisha annagrace arihanna cincere coraima ermine fontella guilford hina ikea jerin kyera liliane masiah
peyten raechelle rithvik roshunda saran yanitza arthor brodee chukwuemeka denilson denys hai holmes iridian jahmel keshun torren
tyon waynette arlett corvin dantrell elishia hansford jancarlo janica jozlynn kassidee kortez lizzy mesa shelbee shyenne yola
davonne jackalyn jermell joani lanise lota mister nabila pola tatanisha aldean aldin aubery aydon barbi chrystina cyra dajour
darsh elka fareed ilena jadalyn jeromie jesi kamarie mateus maurizio pinkey richardson tadashi andrue brette burns byrl etheleen
fayrene janeice jasmeen kail kenedy kristalyn lamaya lynnell lyriq marchell michon mykael ranisha rhetta cleven dal deatra
edouard gatha glendell grahm huntley isyss jazel kullen mandel niam olajuwon tammra tywana yoanna zera blayden briel daran kodee
lisaann marck nadav naeemah nakya seanmichael tan teria daveion earley gianella haidee kymberli luciel maguire maika maresa
nikiya rylyn texas yuritzi aviv caeli catriona davyn equilla ericca evelio gerrard mana robbert ronen sheralyn toriana unnamed
akim aribella arisha asbury berit capitola ciji corda corde dannon dillian dshawn emmanuela ezio juliett lamesha madgie matie
meka rainier tehila abigaile adra aleksa anicia augie belal daphene demia gusta huong kaylynne ruhi tallie weslie aneesha cydni
eldin harolyn jadalynn karinna karman kisa marshae mercades micole rosilyn shelle shontay wilbern yarelis aiva amogh bay
brithany chanler christo dellar dewaine duron ikenna jaice johnita leondre luise miyoko rahiem rosalea shirleyann willo aleigh
beauty braidyn brandalyn demitria elonda emmersyn emree imaan jasiyah javante kennya klinton lourie loyde onesimo salwa taggart
tawney trayce vivan advik aedyn baldwin caydon chaundra dharma jakeline laban lunden maniyah natania oneda rozetta shalana
stellan tomica tyneshia ceirra cookie jayro jebediah kalise kimbley ladean levan marea roneisha shilpa tilmon toryn ura verlee
ayelen beckam chrysta cylas elexa emilyann heith jamirah kania kanya kasidy kayde lancelot lular owyn ranger shariff tonyia
analiz conny dominika faraz jackquline jb laiba makhai montae randol sedonia zvi brissia dari diangelo glenys harun izik kaja
nishant paschal rosabella shaylen terrika tremell uchenna zilpha arushi berneda deisi desiderio diem everley jadynn jenne
joshlynn shelda syrena tashika artez charde dawsyn genetta genora gianina janayah jaslin jeneane letticia lofton meng nolyn
seward tailynn thaddius abdias ajla alim ambrielle aureliano bobbe chery donice elzora filippo jayshaun josmar kellyanne kimara
leianna luevenia marisabel raymund renette scotti sheran sivan taye treyvion trilby zionna akyra americus belicia davone diandre
gerrick gissele izzy nakiah nyema shayaan sherrita talal alexx annistyn anoushka drenda duan gayleen mackey mitsuko natavia
orlean relda sherod tayten terena toyia tynia abena anetta annarose aphrodite berklee chisom chong dinorah donley duana gaila
guiseppe lazar lisle meighan phelan ragen tinika alante antwann arisbeth chanice jamarkus jerame michail nathali norm sidharth
sister tanishia tashauna zell alixandria artem ceaira chinyere cricket erion hays iana jahan jaxsyn kyng lam lanay ledell
merinda robel shamiah titiana weyman zarria alaska brystal cleva cylus daniyal ellin emmajean glennda jayvien kamyla keanan
lendon liani mackinley nosson percilla tamarion wilmar zeola ameria ariele azariyah danee irais jil korra lannette levina patsie
takyra alleigh gilberta glynnis ignazio jaysean josseline keyvon lakesia lareina najla novah rishab rubina shawnie sire tariah
tenna trevonte uzziah wendelin wilna avionna citlally coree danton elexia gizella harden homar jessicca leaha nely oliviah
rishaan sion teneshia velna woodford abrahim alliana aralynn attila cambri carron cozetta daliah danzel davette dillyn enis
evana jayvyn kayra klynn linzi mame akela bracken cyd cyndie isamu kaegan karimah kennetha lorrene ramir shaquilla tamila yahel
abeer aiyden artemus emmarose jalah jennetta kobey merisa olivea rhodes ruffin virdie abdelrahman angelyna ashari breannah
breezy cuong deepak donnelle harve irl jamez lasean lyza marshelle nguyen noni persis rashun scotlyn tasnim voncille allysen
cordale daya derrica esgar hue lynzi nalleli sharrod alias arva arvind beckey carlen ensley gloriana justyne kolter lenzie
lequita loura olla sahir shmiel taner tiauna wauneta weylin alyxandria anari barri dewana genine jabin jhoana jocelynne katera
kawanna keenon kyzer makari maven mazin nataley permelia riggs sharene sylvania tayven tiah adlai aniello anjela ardena brianca
camri donata dorion jamielynn leevi makoa marvine rainee ryli wanna zahava zissy ahana antonius atharva caldwell colbey darlynn
donelda eather gioia katelyne korri ladora latresa marybell michae parsa shaneika tevis zian aimie aleea alexiss alie chrishawn
delford eileene gennesis hinton jaedan jahvon jeimy kaeson kedra onna robertha wynelle avant carrisa cassandre dawon donaciano
emina imagene jamarri jearld joice kaeleb mada quanita rhylan sabre shaleen taji tywanda yamilette zailey annaka ashle dayron
dorlene jadrian lamario leighla marshon meliah morley sapna savino shalia tacara yuliza assata landree luba mariaisabel
marialuisa mayda nyra rosary yeshaya alanie beverlyn chiyoko idania jerolyn kaedon kaisa leylah malachy mell natalyn overton
philomene raevyn zya amayrani annalea breydon chidera cru darcia davetta fronia gabryel glady handy jenene jeric jquan keola
lavergne marysa mattye mehgan quince reymond rolfe zakee abdel anam brookie carston chastidy corley dariela derius eliora
jamerson jaun mahad munir safiyyah shalina soraida talicia telvin timur wylma zamiya zuzanna amarri cyler delmy herve jalisha
jensyn johnhenry kathyleen keirstin koran leina lucetta manpreet marget michaelanthony mikiah naidelyn nivia rodgers tameshia
yeimi airiana ashanty chastin dillin florice gabryelle gemini karron khole lillard lizzeth luisana maddy nitza shaena teran
tyronda alaynna brentlee damin delmont emanual heydi ily jayron josemaria laniece lasondra maheen maribell martyn miri morgana
shalaya turquoise angi camrynn emmaly giulio jaedin kavi leoda marcile marlinda mirtha mirza rainie saulo shunda syriah tosh
xaviar arlana arlando ayako christophor colm dannika dillie dmarion gaberiel haniya izamar jerene jonn lantz lukasz osborn
sherard tarence zandria anthany averey blakelee esmerelda genieve grethel jahsiah paytin railyn samina shakila shrey tamarcus
tashay trentyn tron alexyss bernis camya carlus cathryne channie latisa liem madylin manu mercede presten toivo abubakar adlee
aizen anjuli anum chee dannah gila hawk ieasha noely quetzalli talynn tarus tej adalene addis azaiah biridiana chrislyn curlie
darina deryck dyron farida graeson hill keno marshel merci mikaella moria renwick rogerio tyreik antoin astin dawana deavion
diamon elmyra heily hoa jafar jamani jaquay kidus kimbery latorya levada nyisha ritika tavoris terez viana yanelis zyasia aariz
abree arah arietta brittainy charlcie cherith cybil dalan damontae kaetlyn kalleigh kanaan keithen keldon kimberlea loreli
lyllian megumi nataliya pavan pinkney tapanga tovah zitlaly almedia angelin ariyan asaiah crue daymian kearsten kemya leeta
locke maddyn merlinda perel raneem stephnie xia aldrich asif cira claudina colen dayan floyce grayling janique karna kayin
lattie lynnetta manie mirka neftaly riane agostino alania cieara denika dewight doree elige esabella estes faizan feliciana huck
jaeson kawan kendi keneisha korrin maisey maribella marzella montrez nataniel perez porchia xavia zamora batya bernerd darnesha
dason diva duval heron jedadiah kayleah lear liyana madalin myria sadiq shadrick taylah topanga adarsh annia briton christle
dawnelle gaylan grier habiba jacquel jahmere jasey kailei kenady mikka milca quintella seaborn shannyn sharifa vila apollonia
breya chaquita elijio favio hira iraida katiria kaylinn kyre lang larinda letecia panagiota rika shamaria stori syria taia
tailyn taneesha tanyia veena yared aaditya aleina audreanna caelen dat davontay dunia isrrael jaiya marilena maryln myrka
ottilia raygen terin yeng zehra aashi alese colbi jamond janalyn janney karston kathleene keone kerrianne lezly maddelyn manish
maniya reginold sharena skylie steffi vearl victorya analiah annel billey dalaney demont josefine justan liborio meika metro
mustapha ramonita scherry seann trustin amery bernadean breahna brenae cana domanique donnovan feather fernande jalina kellsie
kensi khoi krystie larsen latora lenzy manly meade mirel mitsuo monti rheagan saffron stacye thelda zela ahsan alaisha alin
alliah brigitta carvel daishawn dorothie elecia emitt haneef machell madai maddisen nachman rica satchel sigifredo titania zanya
zaylin alee amaru amellia bostyn charna dayja emmalin fanchon hajar janesha jazmynn kaelah kaisley kindle lakeia leetta lyana
phi rushil vikas wilhelmine zanna aprille cherrish darcee hadrian ivanka jimmye kayln korrine kyndell mckaylee renald ruvim
seretha teala vessie viaan yadier ahmet carlyon champagne danney eulas josee joyann kaylena lenice leshia mauricia mitra nolia
noora patra raeleen zaara ahmya antavious athony brelyn brinn conall devika jamaul kalysta kathlynn kendle kyon lawayne oakleigh
pratik sakeena yashika adithya allysha binh corlis dasan honesti jorene kaliana lanea lord ltanya mouhamed nafis rogue sadaf
shady stephanee teyanna alexiz banesa brexton emmagrace helana jac jodine kieren leane lenn meggie mendi miasia monay neiko
olden tylia cerena cerina clelia donyae everlean fielding filemon gillie iban josetta juliza kalayah kwan mansfield mckynzie
mikai ormond ruddy sabreen skarlett sung yamir abelina ashleen chavonne doyne genene hannia hassel jerren joylynn lansing lenon
mishael patsey rochele rozelle tarynn viona wilberto angla brennah camarion elese ellar estefanie euell gerianne hasaan hyla
iantha irfan layth legrand lien magalene majid melven nuri sparrow squire zaylie abi amori carlous chantae denay doralee jenel
judit kadija natallie otila patterson petar rozlynn shatoria shelah zabdiel airianna athen daley darik dennys devlyn dondra
janny jari jenney jerra jibreel lashanta mone monic pixie rosemond senia shelagh tobiah vladislav alphonza atiana blimy dewane
ellora geanna jatavious jeniece jonda joshawa kaysi kenzington keyonte magdalyn marlyce nikeya parry shakeena tayte teneka tyara
weaver yordi ailee alexah aparna bufford judee kagen kalliope kashmere kemora rossi saydie shareese vashawn vilas adelynne alura
amma derk jailin jennifier kaylana kelise laurynn marchello marguita meleny monzerrat nalah pluma ryatt ryken senna shenequa
yaire allyne antoino coretha courtny dodge garnell gini gregary harini inda jaliya janne kandee latecia letricia monita terriann
agustine aldora andruw atalia calina dallie damarys janaiya jezabel kyliee nikoli pearla rakia rei adaly bibi darra harpreet
katrinka kiaira latrica rajeev rondale tatem ulysee zaquan amariyah avanelle celestial jaymin kaidon krislynn kynzlee lizandra
luretha maximillion nasim philicia quanda ronika sharissa toinette yakelin yovanni advaith arista jaquel karene kayte maryclaire
melessa miana nasario natarsha shereka stryder torsten townes yona aryel briget cyrilla daylene flannery helmuth inayah jesselyn
joycelynn kainalu kramer kristee maylen meosha thang wenonah yuval zaliyah akbar andrews chelby darey deyon esperansa graylin
hilmer lotta mardella marvelle shondell taysia zalman zonia adrena adryana amillia ankita arlynn avaleigh bama braylie chaston
dantae ellenor ezzard gwendlyn jenner jobie ledora liann lodema lya marvene maximos timesha venna anina anona carney chauntel
clotilda eilleen elita froilan harrietta ivania jannel jazzmyne latania shronda sophya tylisha tylynn yezenia birda carianne
darrold demontre emon espen evany haydyn jager johnmark kemoni lachandra lalo maghan mattox milfred neala nobie sarika shellby
siham tanish taylour virgene addelynn alexandru ambur audery bralynn brucha brynnley caia celie elyanna ha hannan jeran jerrin
karriem lanessa litzi meshell pinchus polo raissa raysean sahib shawntell steffie tatiyanna antwine breyona carisma danea demir
emalynn gurleen lum mirabel myanna odyssey paeton savilla shann shayleen tashi zury anni cobie gregery iriana jakhari jermon
kendrix kodiak makailah nabiha romain sarenity sequoya ailish aisa alfreida daquon dugan florita ita jaycion jesslynn katherene
kota mailee mikko montine samanthia shaleah tierre torrian tresia vandy vestal zanaya akshaj analyssa branch carrell chai
chiamaka cordae janylah julieth kamel kerissa levonia nuha rubert syliva tabytha tramel alvester asencion bogdan donavyn
dorianne elizabethann haedyn jerzie jozette lamark lariyah latitia meshach mical nayana oumar pecolia sandhya shaul sriram
birdia colletta everton iyanah jadzia jeyson katrinia melburn rajah rodric safiyah shantee telicia valor vansh aahil adelard
amelya calib carletha char daphane dashun deaira emelina fredna getsemani jazzmen juanice kaleia kimm lisett manuella quoc
rosabel rozena shanie shannell shreeya uniqua yvonnie angello brighid camilia casimira cecillia clairissa emanuela glenford
jahmar maxene mindie nainoa najwa sabir shahd shalin shanyia shlome thadius trebor vaden welford amorette amyjo diamonte enna
evony fabienne falynn fannye geraldyne glada illyana jahniya jassmine jobeth leotha mariadelcarmen mindee suraya wynton abegail
akua alson ambrea arnez brandye darol eleonor epifania gryphon haze hermes irean jamisen joeanna johnanthony kenly latrenda
malissia muhamed nastassja nathania nichalos nomar penne riddhi saloma shaneice terrye victorio yashira ailsa ainslie brailee
carrick contina denean deonne ginelle hadlie jj koty myers noboru raequan rolonda tae tayveon tiandra whitlee aadyn aliyanna
cyntia daryel dilyn dorenda gerldine gurpreet ioanna jennilee joycie jt kaiah kyndle lezlee martrell mateen michalene morey
naina patria rafi tzivia vondell zurisadai alyissa angad bernadene bertil camber clearnce demone fremont jameisha jotham juanda
kaedence kainan kaneesha kedar korah maudell nayelly nezzie omarr orien raini romelle samera vana yee adanna adira aniceto
aprile athalia atziri bubba charlott dayani eller ellissa essa jacksen kenlie mahealani mallery margareta mechell miciah oumou
quantavious saxton sriya venancio vivi wilferd aki anjana cheskel else erby garald geneve georg jaidin jamale jiovani kaius
keilly lameka lashaundra lenee lowry maddalyn opie shyloh syniah yaira yvetta burtis camiyah fancy jaysa kamrie kemon kenza
sareena tashiana vernis zebediah zeeshan angelis aricka artisha chau dashawna deepa digna erland eydie katye kemar kenderick
kirstan lasheena leida louellen nesha teesha vaibhav zakiah zalmen carlitos courtnay crissie denell frederik ijeoma janissa
lindbergh nelta nickolus robertson sapphira shaden skyleigh srikar taten trella tyanne vidhi akiya ameir analis annella bray
calah choua daneille denitra endy etter fiore jaira jasia keonta margaretha meribeth mertis edina hadiyah hanh ishita logann lus
maddilynn marija miyana nikolette nur trenise trisa wanya alacia bertis brigett charlese chela demani jamilia jolynne kierre
latika lesleigh marten marykathryn mayumi monigue richey tayanna alyia berneta charmian delray deshay etheline ger jenita
johnthomas jvon ki lashayla lazer makesha mckennah media nalia pier ronie shantrice shavone yolando zakk ayra glenora jillianne
leslieann lynett maayan malick natilee ofilia robi roen veron zondra charnelle cloteal degan dimitry jamyla marquesha milas
shazia shruthi tomy yanna aubrei barth denetra draco duaa joanthan kierstan mickaela murle ruie skylan vaida viggo waleska
yahira yukiko aniylah athanasia chiffon dontre etty finlee gearldean hamed haynes hulen irmgard jemar jomarie malaysha mayzie
navi nygel yunus binnie cantrell chera clarabell cordaro emori harrie keiley kendy maressa nikkolas phenix robt sesar tajanae
yoko zoa alexya bryann burleigh caleah delyla graziella johncarlos kelani kort lanika ledarius maalik magdiel netanya rolande
severa shenise sueanne anabela benyamin exa inessa jayah jervon lonzell lotoya maryana mishell nura reann rece yovana christell
danel donathan edelmiro inocencio jamielee jenah joss kenli keoki kiele mayar omero ronel sharmon thi venise yuriana brylen
chaunte dalya deija elven erskin herson johnisha latresha lockie lonita loreto lysander makoto nastasia ngozi niema nikesha
ranesha valjean aquil arnetha athziri damean deziray dodi jadira jamien jessejames kennadee kurstin rickia rishika rochester
sakari sayed sylvio tallen tighe tiwana tymon ulysess yazmeen alven anagha aulani curren dallana dorrian esli even gerline
girlie jammy jaymeson jinger jolly ming rolinda rossy selim shraga sueellen tanda travonte tuff tyleah uzziel vega zyanna alydia
angeleah aviance brianny cerissa cymone daphanie jamine javarious jorell katrell layal mattilyn tiaira afnan bellarose bernyce
byrdie debanhi dmitriy dorise emillie friedrich jailee jissel keshawna maricel marlyne martinique perl reyanna sharai sonni
teresea zackory aahana alder amarachi claudean deen drequan elynor envy franciso garcia hadden imoni jaevon jerek louden
makynlee marisella marquia mihika orley peace quest shandrea steel wilmot wyoma amier arcadia dela ellaina elyn jacek leaann
leodis lorrin magaret makylah maybelline michaiah nadiah rafaella salbador salima windi arsh avigayil braelin calixto camesha
evian finleigh jeniyah jorgen keyri lowanda nykeria ridwan selenia shaquetta sharra amita anesia annastacia eleno hania hera
jamea kathrynn kayonna korena namir nirav pharoah sabah shakela shanley shiquita bre brydon cassidie geralynn guyla kaleel
kasaundra keria liat markeese melayna riddick talbot tiasia tram troyce ziona aleiah analucia dashel dimitris eliu elliotte
herchel jamare jeston josha juliene leoncio lizmarie marney natoshia purcell reshawn rondel safwan tamitha tariyah tommaso tylah
xandra zaccheus alandria alcides andrick brionne daejah destyn elyssia emaly fabrice hammond ikechukwu imad jakara jerret
johnston keng kimia kyjuan maggy plummer satya suha unity verlean vollie yliana aidon bonney cledith dalin ellijah filbert
gaberial kaneshia karessa koji krzysztof lashone lasonja linell mansi markham natalina nayelie pax rakan teshia tiarah ahmani
eion english estephania georgi helmut ileene janeane jujuan jullie kerensa keyasia lazaria lynnlee miliana monee orbin selinda
shailee siddhant slate tymere wess wilberta yomaira ayumi dhara dolton eimy erven hailley iyona jakhia larenz lasonia latrecia
miraya nakeshia nyeisha ranita veatrice ziare briceida daevion devera dianah dmitry ericia erol jessye latham liliann malissie
marzell nachelle normajean pawel sebrena sintia sofi willine yaslin zoriah calysta coye finian grettel hawkins ireta jermani
keelee lakira masaru mayeli nadina samiha sayla toree yosselin alexiah amberleigh ariza averil callia dezerae elyzabeth emorie
garion gauri germany henryetta ivin jodean kariana kato kayse kyliegh lulla olamide seraphine sevastian trellis tyne vasco
akshaya ashur briaunna bridgid correne dermot dushawn ezriel fraser godwin jakiah lateesha makisha masato matix mellany mintie
nason quamir rosalene sherena sonam sumaiya sundus vesper zacharey aaric andrell basel brylon curvin donnisha elridge eythan
gaspare hollye jamella khylie krystalyn ludivina maeola marlenne modesty paxtyn rahil rielly robbye seiji shauntay sophi vadie
watt alegandro aniyla ashira avree ayse baylea caela chane desma dwanna faiz jeniah jeovany joshwa konstantina marquies mikaya
nickalus obrian rigel roben rosaisela shayn sheilla tehani yeni ziggy aleem angelicia artavia dakayla debie deklyn dmarco gita
gwyndolyn havilah jaretzy kadan keani kerigan mikhaila nasha oather octave rayon ryver stephano trinh anesa asucena avayah
bejamin brecklyn caio jamaris jameir jazlyne jenalee kahli leesha linde ousmane reeva sewell tanijah tava zamaya zenas aletheia
alfons ariyonna arna codee corwyn dedria duff emya glori haruka jakobie jericka lavanda lyon reshma roshaun ulric artavious
asani beuna chrisann dera derika gergory harmoney hudsyn issaiah jacquan jahsir keivon kiaan lyvia malone marieta marysue
melecio musab phoenyx railynn rakesh rheannon roanna sathvik seaira taber tidus aina anelise azeem braidon chaun cruze dajia
eviana guiliana johari kyndel lateasha magaline mathews maximilliano opha prem riot shaelee shaianne sheppard yaeko aarohi
abbygayle allayna atlantis benetta deaundra devonn elanna happy kaelani kynlie lindia marceil mystique nani raymona tashanna
timon zubair zykia zyra aarti akina argentina deavon delmon edel emmanual ethyle guilherme jonisha kaly kristoff leeya marillyn
meyah quindarius styles tristina vianka yaniel yennifer auna coni damaria derinda donnabelle graceanne havanna isidora jehan
kaity krisann laderrick lorra lysle marja mc meliton nela pheng tajae tee zeppelin zophia anora charese daisia dawanna everitt
gerrell imojean israa jayd kabrina kiauna kyland sanjeev shanyah shawnice trianna velora zillah alysen amariya breianna eliga
jessia kellsey lavere maleny megyn myana odelle reinhard shakema sharma sheliah shevon shiane tiahna tomasina vadim valecia
vanisha viliami aleksey bayne berdine charlita cherrell darnetta destyne donyale eh grabiela johnelle kamika karrigan kier
kimbely kree laquasha lelon marcin meher priscillia sarha shaneeka taura tyrion umair viveca adali caliana calogero charee
clydene costella dorwin eliab fleda gamal genita geremiah haseeb jamian kailer laquandra lissete lynde mashayla mosiah pasco
rembert sayler skai sophy stanislaw stavroula stevin taresa tashayla acey amaiah amanuel aracelia arlisa arshia babara beadie
caison cala dannica davionna dejaun humbert hyun jalee jeena jeral jhovany jousha kalab karys kiahna leonce luvina sharanda
shenandoah valeda yukio zedekiah aarnav agastya ahad baley barnabas cissy dalyla demarquis dineen dravin eberardo emsley hayat
jakori javone ladena lanai marycruz mckell mkayla myrah shenelle sherine teneisha teyonna trenell trevian ainsleigh angelly cena
charelle eliane esmond frimet glorianna henrique jian kearston keilee keyna lashonna letrice loetta lovette lurena maleyah mayce
mersadies meryle munira nafisa nathaneil raeshawn roxan shakim shalane wrigley yong aaliyha amyrah areana bradan carmie chay
ellana emeka harless hoda jacorian jamile joaquina kealani lajune lorane quintrell quitman sohum surina tekla zyonna aldrin
denson druscilla glenis harbor jonique kaydyn keylen kona liisa mckinnley merary mianna nasia renatta shigeo tu xyla xzander
anthonio azusena binta clemencia dalynn diannia edlyn jaymar jessyka kendrah kerstyn laqueta loan milka rada remonia rolly
sarayu scotland shina sumayah swara yudith yuvia ardythe ariann arjan brendalee carilyn deloria detric eniya esaias garreth
jerman jewelia joia juliocesar kellene lagina maaz maryon noal rainbow rashed renesha sahira sanam sendy shelina shian sole
sussie tila yaminah abdulla braydn camiya caylyn christohper damaya dmari dreyden elanie eldo fredrich georgian hao jakya kaniah
kelleigh kennieth labria ladainian maiyah merla moncia sharaya sharnice amarissa anetra aryelle bernhardt britanie dvonte
emmalea harvest janeli jayshon kamori kawanda keeva larina lurdes noralee roberts sheral travin trayvion aliannah analilia
belvin blakelyn bryen byanca caeley cristoval domnick elazar garlin giani jarah jeani jovonna kealy krissie laverta leiland
missael quavon sameerah sharrell stephaney tage tarron thurlow torianna yareni aalia afia albertus annasophia bettyjean congetta
cordel deaja deiondre dierra ivone jennalyn kaj konstantin lorre malichi oracio paytyn rober sandford sebastain sheily ziaire
alvenia amandeep anaid arantxa ashiya atif crissa dasie dmario edger ersie hermilo hillis jabar kevina landra marlissa mizael
monesha ramiah ritvik shean sylvanus tamicka tedi terrina aster baird chantele deema emelio emilea holdyn ival jamire jessup
keene lashona lemoyne lennart machaela maeleigh mykaila ricard sherria terrilynn tion tyliyah zeena abdoul adelie akirah amjad
armelia ashliegh ashlyne aymee callaway charish charnae claressa coralynn curlee dalina davine derral fuad hobson marche mohit
ovella paiten takeshia taralynn tatjana tin wanza yannis yzabella aasiyah alonte arizbeth auron blanton chadley elycia excell
genessa hellon issak juleen kadesha kalisa katasha kristia ladarious makell mannix takumi zitlali zylah alexxus andreah anila
armstead ashford braydyn chetan cindia derris duc florina garlan graycee jeromey kayly kwaku lova maddi mellody monifa nancyann
salley saudia weltha whitnie zianna ayinde baleria carmalita deandrae emmalina evone fionn garrie gavon gaylynn janneth lynsi
rahel ruba sharline subhan tabari aloys ambree ayanah bretta carmencita chrisette cylie elsia jackelyne jacquita kaipo keilana
liliya lovena marisel mertice nastasha parlee ranelle renelle samra shloime shneur taitum tracia viviann zelphia aeva alinah
ameliah analaura aurthur blanchard bora breton caydin dace dareon glendy hafsah halimah hamdi jaelle jennika jeremaih kamaree
monie osmin sharna siddhartha trashawn windle arieal braven dereka garrin hazael jacara jevonte kaida kenzleigh neah ociel
prachi raelynne randale raynor sherrice trea treyden uzair wallie yatziry adalyne asiel brin brittyn camia deneisha dua haddon
jaasiel jazaria karianna kynsley kysha lasalle lavella mandeep mery shalise shama signa thomes tyric annaly avonte carmilla
clarity cyncere dericka eiden fidela iasia jahnae jaimy jannis jaquavion johnpatrick judea krizia lamari laurieann marinna
maurie maylynn nekisha patrisia patt reeda richrd ronee tres velmer yulia anastasiya arienne baillie bauer bentleigh brazil
deeanne fahim gyasi isaah jahna joh jolin josemiguel karia keeghan keiron kiari makaiya moniqua ollis quinesha romey sarahjane
shabnam shaney shanica syerra taevion tais tamsen toussaint toye zanyah aldric alphonsus andreus atziry azilee bland brianah
brinna cailen chessa chianti crystall daniah danta gladies ihsan jaelene jayliana ji jontavious keairra kessler lacrisha lalah
laresa lisanne markeshia matia melik michaell nou sayge sergey tasheka tijuan tomer toshiba travaris yasemin zakir abdulmalik
adna ayaka aylene dejohn elnore erastus fredonia helina hero janyiah josepha kadejah lestat linville menucha naftuli presli
raveen rondy sheamus sheina shy tifanie treshon ural yates zephan aaradhya aprill araina carrel chanae charron donalee dryden
fransisca hasel inna jayli kenon khaila lamoine martisha mir narek nazier saryah sisto tayon wille akai bernece bienvenido
bintou caitrin cythia dawit deston erielle hughey jen jermichael jerremy keisy kelisha nathalee samaiya semira shalita shaquila
suella sulayman suleiman teruko tycen tyger angelito azim bodee chanita dezeray jersie jovante kyonna lekeshia lizanne marnee
mckynlee naman rahaf ralphael shawndell shelena sherin tanga yareth ysabelle zenith aishia amias caeleb christophr claritza
cleave cloud edwards eulala hiro jaiquan jatavia khori khyler krupa kutter lace madilynne makynna nakira natally nikka pati
raynee sulma swati tayonna xayden zedrick aariyah allexis arena ashya bradin brittania clorissa davied donika draya feras
gustabo jaleyah jarrin kaliegh kameelah keylon lorenso lorisa mayleigh mazzie orlene theta toddrick vergia arynn avri brack
cayli celester dawnielle daylyn delissa dewon dilon emrys gabrianna ilijah kijana kimie korynn lerone morna nael patrizia pranay
prudencio reginaldo saketh shatina sita swayze talissa tarvis terressa theordore aquiles ardean aubrea augustino bryceson burlin
cadee chandni davena fergus ja kassaundra kord labron lajean lonni markeeta mercie miliani nissi raheen shelvia stepheny taz
toan tomara trumaine xzavior ying zamara cartez chael damiano derren doreene elianah ferrel gomer gudrun jaquana johnnetta joon
julina kyshawn maron mylissa rakiya riona rockne ruslan salih vaneza zoraya alishba billyjoe camrie canary caylah daiel deloy
ellanor elner enza ermon imara jenia jewelene joesiah joniel julieana kazuko kessa kynnedy ly maygen shakiyla sharin sidonia
sonna zuly albena balin catera corynne ehab haeley jennavieve joei kensleigh krystan kylor kymari laiyah lakishia olegario ozias
quantrell shellia stepahnie tarnisha tymber ulysees virgen wendelyn yvan aariana adaeze akiyah akshar aleysha angellica darroll
earnesteen elzy emmely ethelda fuller jeovanni kaidance kharma kristyne lama lavren madasyn maeva marionna paulett quintavius
roanne shelvy stefanos tequan thorne tresea wilborn zenna abdulahi anthon archana carolena caylan charisa charlaine elisse
ellinor emerick esty haliegh javoris joshuwa kartik kherington lequan makyia margreat moss nayah rhythm see shabria trampas
yoshie yui anjolie aurelie cherell daelin deberah donnia eleen eluterio elvena emidio emillio fatuma gio hosey jamael katalin
katha kaz keili khairi korban kushal larwence lenetta letizia marico mckena mikiyah roxi saloni shi tawan tobby trayon virda
vlad vonita yamilett ailany alexey bassam ebrahim eual fariha girl gryffin ivis jachin kahari kimberlyann kregg larayne lauralyn
mahlia marki maurica nakeia nishka pius quintessa raphaela rhylie rohn solei stephens trynity vidya yanelli arvell audreyanna
breia deola emarion kella kimoni lacrecia laurina liesa lonn maimouna majd meron mirah nicoli shaughn symon syretta tannia wafa
alainah ashlye belkis channell clary cynitha darbie dilynn dymon filipe hartford ibeth iyannah jeren juanantonio juda keisa
kiyon marda marigold mazel nicolaas scarleth shelisa shery solara tameisha tere timithy vivia zakira banessa ellory iann ichael
johnn jumana kadiatou kenzee korinna rifky synia walterine winferd ziara alisandra anjeanette aynsley brittanny carliss con
ellice emilynn heidie jaire judas jyl kamdon kemuel laryn mahima nayelis ples saydi shalea shirlyn teirra adien angelette
angenette arleene asenath cayenne cece christyna dalinda donyelle esmee ildefonso isaia jalysa kalinda kaytee malyssa mollye
monserat ndeye osualdo searra seriah ulrich valma vibha aveon avyanna bahar brannan canton cianni damariz deronda devanie doll
dyane ilaria izella kambry karas kevontae khiara leanard lemarcus leonette leydi maily maleya nancylee nickolai oree saman
shakena shanai shariyah tinia toure aeriana ardene asiana azura bodey brayla brewer chelsae chelsia donnald emiyah firas laurell
manasseh matisse quintus ramonia richad roark rydell saliyah sharalyn sheng shone susi tashonda teylor anmarie aubreanna bless
carren danyella darral evalene girtie graycie gustava illya ishaq jailine jiovanny jordany jorgeluis kalif kento kiasia lain
lamona lanyah larisha lindee lyanne malvern marsh mysha nakyla raney roselind taijah xion zohaib adonijah anah antoinne aquarius
areej audric avneet avrum belita blonnie clarrissa cullin cydnie darvis dex dosha ellyanna fernandez isidor katilynn laykin
mcclain nashay rakiyah rudolpho sanika saralynn shailynn sheilia talley treyon whitfield abir alany arsema berdena berlynn
caitlen cayle cherl diogo doniel esaw gleason greig jahdiel jasimine jesscia junaid karlye kynley lamaria lenor lynea markeya
martia melvena nabor naysa neeley neev rahmir shaylan sho vista angy antasia areatha dartha dontaye ercell eudelia hang indica
jearldine lavaun meia prisma revis samarra standley tanessa tonnette travers zacariah adonica antionio asianna creig daksh
damika dariyah deyonna dezi genese heavenleigh jacilyn jacolyn jayma jayren jerami lanasia machele navia noretta samayah sruthi
starlynn tadarius vietta vinie adelin chasiti constant fitzhugh janathan javell jaxston josiyah leeman mekenna raiven rawley
romualdo siraj stiles sugey tarika tassie terrian yoshua zaedyn acelyn aleesia allyce corianne damary doctor ellisyn griselle
itai jahad kierah knight letia lowery lucerito nazar nyana pammy shakiera tichina tiki tracen tylik uyen adrik annaleise apple
bron cherylyn cotton dannelle devaun ellan fradel jawana jovanie kaidin keyondra lilybeth logun lynita maleka marella oluwaseun
pernie ras rozanna trayveon ysenia alayiah anaia aneshia angeliz aunna burdell cato cordella deajah eldrick elya finneas geron
gumaro hayla ingram jassiel kamree kenosha keyontae kristeena krystiana ksenia logyn maxamillion myleah oline sherif tavien
tekia yohance zanetta adeola aiman anntoinette arzella bernetha brunetta calix chenita chyla dannell denea donoven hadia haruo
itati itzae izek jarmaine jeananne jese jeziah katelan kien krishan meriel oshay rashawnda sheccid shundra szymon thunder viney
zyanya aileene alexiana asaad astra breland brenlee caitlynne demaria donzella ettore gao jabree jeevan jeniya jevan kealey
kohlton lavoris mily saori shailey shaketa shandel talyah wessie adonnis advait artavius arwyn atia benedetta boby braelon
cipriana danford darrious doss jeania kerem kinnick latif mailey mandisa murline naziyah oley pinky samah shelsy theodoros
tiajuana tiffanny torrell yuvan zackry advika akisha drey eudell foye hutson jamiee jeanenne jerrilynn jisela kaprice kaycen
leaner luvern mahek marijean micala morse nashon quinetta ruchi satin selden shadiamond sharnae sweetie tahisha abu aissata
almetta arsen atiba bryelle cadarius can coolidge dariah defne deklin demichael diquan draper emeterio eshaal floree geral ilyse
jaiven jermine kathreen keidra kilah korry lamika lexee makalia reine sani siddarth takota tilton timya tosca wael welby zayah
zyriah baylin craige devinn emberlee inetta kamen keeleigh laurelle maila malakye maverik meeka mikhayla milee naira niketa
nobuko nollie oceanna prosper raejean sinjin tessia tiasha tzirel vicktoria agustus anvita avel avyn benn breindy catelin
dayshaun diarra erionna garrette hailyn jurgen kyaira kylyn lindie madhav maleik masha maylie naylea nazaria quintarius quyen
ragina shermon tabias willamae zaydin zori aidric aleks amanada anshul anvitha braddock braysen brick caelynn callyn calynn
charlea chinedu darcus dawnell delberta easten gaelle halei isabeau joylene kajal kariah kayshawn levonne nathyn nolin
patriciaann shiana tadeusz talana teshawn torris vanassa yanessa zaila ai aija birdell boni commodore cressie errica estuardo
fotini hisako illene infiniti jacquelina jairon jeovanny kehlani marrio mekai mert nayan nekita niyla raymondo witten worthy
zygmunt aayla abcde ariauna bernestine caedyn caston dynasti eldor jermayne jisel joanette josslynn justyna karrin kenyah keygan
khayden leiloni lempi lorelie maydell mikale morene nealy noha odes quay rosi sajid tamikia taneya terasa trevar willye yanina
yvanna abagale ahmaad ashaunti benford bethlehem bonne craven dangela dawsen eastin eldean heinrich jaivion jalecia jaley jasma
katriel kennesha keyonia korrina makalyn masie memorie moncerrat monia moroni pranavi prisca rizwan satvik shaleigh shantina
tashira zamar zarya adric allisen blondie catrena chika daila dearius doneisha hamad haydan helmi jeyden jocilyn karmello kasee
kynan marleah mee miquela nakoa napolean natori norva olimpia quinlyn rosine roylene rubby saprina shoua sohail srinidhi tylene
valerian baylei bonnye brannen caycee cranston demorris deniyah dequincy ebelin franca hether husam joylyn kajsa keirstyn
lamanda li ramell real ronnisha stevee trenia ulanda zaven adrieanna aleisa brinleigh cristan faryn gimena jonael laverda mekhai
natesha quartez seeley sharmin suhana tarita yuka ab alenna breea caedon calise chavy chrystopher claudis daylee deaglan
deboraha edwinna faustine haillie haisley izack jahnavi jamera jaquavius jolissa kanan myangel mychaela naseer natlie naziah
nikolay omaira robley rosezella shary stedman taressa tian vinessa wilkie adrin anaisa bhavya borghild claus damain darcelle
deaunte dozier festus gilles janiqua jaylanie jeanny kaleem kaleyah karem kayah kinzey marlaine nhu shavar tamyah tayvin
terrianna thy vitaliy yaser abeni alleah aloni alynn benoit bernarda bethzy czarina daymien demarious eliberto elier eugina
frenchie hammad jaselyn jennae jermarcus kaysee keirah lavontae lonza loriana preeti quinnton simuel tyjae tylie velina veronda
abdon akio antonique arlyce charnita dionta dontavis harlynn idan iretha jakelyn jarmar javiel joannah laetitia lamees leelan
lucan marlise oleg osmond otilio quadarius renika riely ry shenia soliana tonesha tulsi veroncia zarriah alcie aleiyah
alexzandrea amine annali attie camora cassity daenerys danitra darienne dayveon diahann djuna dorrell eular felina florette
hibah jamill janes jasani kalle kayliegh lanice lashara mitsue myrissa nairobi olufemi rasheena robynne romilda sarae shaira
tamla tangee temitope terriona veria yassine aamiyah aishani aza daleysa deniya doren ephram hesham javid kamoni kanen kenyana
khyra korissa latron loralyn madora malon norrine orlie smiley sundae teigen terelle wilfrido winson yovanny aerianna alanzo
ashleymarie bing chrystine hasini jaala jeanclaude keaghan larie lennette lindel lorianna loukas mahina michah milbert oreste
romon ruble sherline taiden tannor wannetta zyria alissandra ariani baden calab chianne corabelle cylee demiyah desta evianna
fernie folasade jamesmichael jaselle jomo kaige karisha karrissa keiarra kennedee kerilyn khiana kvon mahari mariluz per
raistlin rhianon samora shaquala sheretta tahiry terie valerio valora whitaker wilmon yanique yuta alexandrya avaree ceira
dominico dorraine elika esmae favour fiza fraida gurnoor haakon ivadell izael jaiceon kareemah kenita kinney lema maddax
montavius naser prudie quaneisha rolene saachi samyia saud shanisha sherl shylynn solimar teng tristain trysta victorino zulay
ailynn aleksei amelio amerigo atanacio axell deniese derenda emanuelle everline flordia hanako ivyanna jaiyana jalaysia
jamarrion jestina jorian kennidy klee laurier marycarmen medardo oluwadamilola pallavi para rayona riah shakyla shalisha tavius
tyshun wei yuritzy achille aldene ame braleigh cecilie dametrius danish deep elric ersel favor hadasa isiaha janeisha jasline
kaziah keishaun kenzlie ladarian lenward mahaley mahika marqui maysel michaeleen nazia ranell rayland samhita sergei shanece
skilar therisa tsutomu violett ajai alexandera amarianna amaziah ange audwin baudelio briane brylin celicia charbel donat
donnamae eathen emelly essex eugune jayani jeny josafat kalilah khrystal laquinton marquelle meliss nohemy saadiq shantoria
shawnae susumu trenice tressia zayleigh adeena alayia alisabeth analyn arelys artin creta delonta denene domitila francella
gwendelyn jisselle kaedin kayela kinberly kjell lillion macoy naftoli nashaly naylah oaklyn perseus rafiq rusti shaday shamyia
wynetta zymere adessa antrell basia cathlyn cyanna daejon damyan eligha garlon garvis governor gregroy gwenivere hollace jahn
jamail jerelene juhi lashanti leslea magdelena majel malayshia melonee nga osha philmore rashawna rashunda reah sadako zidane
adren allycia avanti blakley chania dawnita edi graceyn hiroki hobie ivori jessicia jovaughn kenner lesean lezli matina nhan
orry pratham rahn roper shiven telford tika verlena zakayla alaila ariahna aubra daphnee darrly deneshia devery fouad fredrik
jearline keaten ketan larenda lorell maricia mariesa master melika melvie mikeala montague montre nadim pina quamaine setsuko
summit tashima tremon trine utah valley waino zed analie anuhea auri boss briston casidy charm chrystie daeshaun dontarius
elleigh eyal faithlynn falcon ifeoma jadrien jaelee kyerra liban maitland sabriya taeler tyliah ziana zoria adelfa analuisa
anjelika arush brewster coreena gloriann janecia kenson latona letcher lorella luzelena mars massie meggin miyanna mohsin
quintyn raeghan raneisha sevin sigourney tashae thereasa tiler tyrick amila annaclaire anothony avigdor babatunde breeanne
donnella hillman hunner ivalee jadea jaskaran jeorge josph kincaid kitzia kriti lorice matison meryem neven renner rithika
ronnetta ronson rosaland sanah tyrae aeneas annora antania australia bronislaus cliffie cortlyn donye emmalene ercel illeana
ilma jamilex jaydenn jazell jodeen junell keean lamisha larrissa luby lylia marga marixa nefertari ozelle rielle schylar tacarra
taeya yvonda zoran aaminah adelaine anahita anarosa aymen berle chelle dareen dequarius ellanora fortune henson jacquilyn
joyelle juwon kamyia keauna kinya konstantine laasya lahna mccartney rashidah sharlie slyvia taro vanesha zamiah abagayle addi
alegra bathsheba chritopher dorean ehsan hagop jacarri jaelynne janisa jocob karlynn kemauri krissi lamara larell linzey lliam
luretta macaria mehak mili morine naheem noemie oz raffaella ramzy ritu sheryn sufyan tehilla venie zair ambika berdina braxtin
cire cola corneilus cornie erandy gautham geni harwood jaevion jahira jahziel jaylynne jaymz jazman jonatha juanluis katieann
lindalee maclain makaylin makinlee marsean meloni merriam mystic nikolina nylan pharrell rayshun rosaly ryler suhaib sylena
tamryn tekisha treyveon adalena aiya alexsia allyana alter antiono brittiney burrel caidan dalylah dellia demonica deshanna
doriann gara henritta kaiulani lanard madix majestic mariha marium marwin myca nithin noeli qadir rody ronique ruqayyah teghan
tyria yaffa ailie alizee allianna areeb arthuro averill brekken bridie caresse dalten dody donise harish hideko itzia jackline
kahealani kathye kayleena keyosha keyshon lc lewellyn loann lyzette ranson reshard reynalda rhyann rohin secundino special tangi
tonio trayson uriyah allora alzada deeana delbra demesha devani ellasyn greidys jazalyn jilliann kayelee kayloni leilana lundon
marvie mattix misao oletta raed riggin rilda rosaire rylinn shaheer sharel tremel yissel ajee amirra annslee arrion ayline
cearra clance delecia dezmen ediberto ednamae ellyson erric gates gordy hashem izzabelle jabier jasin kazuki kishawn kostas
ladaisha lilley miaya mikella pearlena princesa shelbe shirlean simi timofey valisa vang wyatte wylee wyndell zaelyn zaylah
abigayl analissa andrzej annalese barbette beverely brittin cheikh darrielle denyce emmelyn evva isauro jaaziel jayland jolan
jomari judyann kaidynce kaithlyn katryn lundy matalyn petronella radonna rox scheryl sharmane tashon vianne adonay anapaula
angelli angelus anis aqsa athel athziry atwood ayodele ayshia benjy charmagne chue dalisa debara deshonda evetta fatina hyatt
jadden jerzey joley kahlen kaylamarie keyarra maili makinna mayan mylon shah vernel wynston xoe zerrick almarie baili bellah
brek caige chaddrick chanise damali dannia daralyn emin emit eusebia giavana huber jaleigha jennilyn jensine jozelyn kerryann
laquanta liller lilya mare nkosi refujio shacara shayli shemekia shenae sitara supriya tige trygve tyona vernisha whitni yvett
zarion abygale becka cendy crystian damarian damont elloise ilhan jadarrius jarian jaymon jovian kaid kashaun khristy larnce
leeandra lorali loys maksym mallika marizol mehreen mikhaela myrlene nami natalye paulyne philana ramsay riyah tashena tiney
tyheem victoriana yeraldin zeyad alyss asja ayushi burnard charie christe cruzito dazia derico drayson durant ermalinda felishia
harnoor hersey huel jossalyn kaavya karenna katielynn kayda keneshia kentaro kewan khris kirill lexani mackynzie melora
rosangela shaiann shayanne taygen tyray yoav adithi advay adyan allia ashayla azaleah bodi cherylene denarius elis fontaine
gunter hasson jimmi jw kallyn keontay kimyatta kyliah ladarion larrisa mousa nelvin rashi remmington remmy sarayah shontia teyah
unice walda akshat aryiah askia bradleigh breelynn bryceton claudy cleotilde dalal dalisha delanee deshone esa ezmeralda
francelia georgean hillarie jacqulynn kaedan kiet leng lorraina macenzie maksymilian marilyne milica millissa paddy perle rayvin
suleyma vinetta yaw yuma antwaine ason aubryn beda boubacar corbet dagen darlys dicy ekam eleyna eoghan fread hailea hanford
harjot hiroko irineo jiraiya johnrobert kaydince kester lachanda layni leyda limmie lubna needham nikea orestes rajveer satori
shakeia shakeira suhas talaysia traquan amarilys antha antigone arella cheney cinque correna danyele deakon deontray dublin
elver esthela jamiracle jermie jojo jovannie kearney kemonte keyondre laiza lakrisha lauria marcio maylani mayli milad rollen
treyshawn vitoria yianni aadil aziya devansh dima domani elray janifer jatziry kaveh kimala madisynn marvette othelia rasul
sabrine scherrie sereen shashank shelene tannis wenceslao yeimy angellina aunika brallan chao chequita davan emmelia genesys
jessen jiro kharisma macaela malayia mariangel matai mclean mikiya morrie nashla nimrod niraj niylah othniel patrece sanora
sequan shigeko smantha aliciana amela anaiz anija arcola aslyn ayrianna bentzion brendy cabrina cardin celisa cylis darreon
ifeoluwa jamyiah jannetta krishiv kyann lalla meliyah meylin mushka nathasha norville ramonda saidah sanyah shericka shirell
staley tanush tarique tene verlan yanis zenda zuria alizon amesha aryia azlan calem cathaleen chae cullan dailen danner dejan
dishon eleena elesia janani jemimah karmella kazi keishla kristianne nea nitasha paighton puneet raiza raley seng silvino tao
tirza zacari aijah alexina amarian amenda anneli asberry beauregard braya cherron elen elester elleanor eveleen ezana fleurette
gwenith haille husna jackee jermar jhalil keandrea kimesha lakyra marquavius nariya nasiah rollins rosaleigh vraj abaigeal abid
adal adonia agata alinna aqueelah aundrey austine aydyn ayriana bethzaida carena chrislynn danene daylynn dilara dionicia
eddrick editha euan evee gavriella gerrad hassell jarelle kaylina keyonta khaliya khyle lajoyce lakai meiling murlin neeraj
nirali orlinda rael redell romen sallee shacora shaneen skiler slayton sophee tonetta tyese abubakr alis alitza aniel arieonna
balbina barnaby beverlie brizeida cristino dalbert dsean evonna galo gottlieb harm ikeem jaz jenefer jerett jezelle jhoanna
johanny kerie keryn kimela ladana lilas lourine luwana lyliana maisyn martice mirinda nasier nicholi raidyn suki suni travious
zarian alayja alima becket chantale cleotis danyla dawid franceska gabriana geana grason jaysha jesalyn josaiah kassidie
katricia kenitra kinza lanah landrey leonila lovett mahamadou matha reygan sherilynn sherma valkyrie xadrian yug anaise arriel
arsalan brenen cheyla corianna dashay davarius delise dhriti elery giannina guillaume iden jancy jhoan jodelle johnluke jorgia
kaaliyah kaitlyne kaveon kayelynn kyaire laini lyrica maryama maryl narcissus netanel orena rhyleigh syndey tivon tykeem yari
yoan zeferino zemirah anevay anilah ayme colsen destaney dorothye dunya giannah hermie javonni kazia keil kelee kentrel lamel
lathen makye mileah shalamar shanin tinna toba tylyn wesam yonas barbar deasha deisha dong eddison elfie elizabella eustolia
janvi jeovani ladasha laia myonna nadege ortencia saahil shyane spero summar tansy tareq theone toran trinia wadell allure
ashleyann auguste breiana christropher cyndia elianny elleana esra hudsen jak janeal jemarcus julion kiyara liara muhsin odeal
paislie quron ramiya riku shariya takai tanija tiyonna willmer yang akeyla alexande alyssamarie avagrace batoul bryley demetrie
demondre dillinger eliceo emigdio ethelmae eytan glora glorianne harlo jamicheal jayke johntae kareli keynan kingsten kross
linder marlei marston murielle niharika niva piccola pria rieley samule satara sayer senta suzane tahani tamyia wylder xylia
aadit adabelle ahkeem aniaya banner berline breleigh brigido caylynn chirstina chyanna clarrisa danely delshawn esker everlene
evren galia gloris harlowe imogean jerzee julyan kelvon kemiyah kendre lavonta nisreen raguel raniah rhyanna sahid shakari
shekia sirius sony vegas wandra abdurahman ahaan alwilda antwoin aune chang chanin chasta chestine chyrl cleota damiah darlis
effa ernan izan jahki kyiah littleton micaella milisa quiara shell sheresa syriana tajai takeria tishie treana tynika aizah
aneka barkley baya bluma brinson caydance gola graison hutton janesa jaques jordyne julliana keerthana kolson kunta lyndsee
lyndy lynford mahamed mannat marcedes miyoshi modean reida richar sadey sharlette shaylea shyne swetha thelonious tomisha tramon
yulian aalijah alesandro amad brisia deyanna edvardo evangela floyde forestine jshawn kaloni laurisa leeyah leldon maryclare
mattia maurisio mubarak natalynn rankin sherrin tadhg taquana teila theia travian umer zalen zubin aireanna anajah charmine
criag davieon elizaveta ellarose evett ivyonna iza jenniefer kaylob kindal kipling leanor leasha luisenrique mackenize makita
mashell maxximus meshelle ojas orli ranada reka sayda sholanda teandra tigran trinda varian venesa zackaria ahniya analysa
anastashia andrienne bashar christiann dorrine gianny gualberto hilliary jermya jerzi jrue kaizen kennah lafaye lakasha lamberto
latiesha lolly lurlean nature nema read roddie romano salam shloma sinda starasia tajon teyona trany trejon amirrah anysia arren
dariya darrelle deshannon donaldo donnajean elmar erminio everson genevra jaaron jerrol joren kaheem lawonda lynsay marra neiman
niyana novie raman rane rudine safaa shamera shayda shevonne sidnie taquisha tynetta vinicius zahmir aboubacar allyah amri
bethsaida blessin bralen brya camran carder davyon derl dodd elward erikah ezabella fong gaius gilad idolina jackilyn jasmynn
javontay jawanna joeangel joenathan jung kehaulani kenslie lexine monterio pebble perlita renan ryle samona savian sophea traves
yazeed zakkery adain aiyanah alicja arabia astor aubreyanna corion duward gwendolyne heywood jannely jasman jennice kelon kemi
kjersten kristien kylo luisalberto mansour meenakshi monquie okie ruta saraann shawntia thong tonjia xian abijah abrian agapita
alivea amulya angeliki anthonette arnesha arvo carlea carmelle cederick chandon chriselda dang detrice dontray edder emri isys
jeferson jovonte lakelynn lamichael lasheka leza lonetta makila makinsey manette marifer marimar masai mckade merina nijel
quinci ryla tatumn telena thomasa tiffinie tong yafet yajayra zenovia aeson alitzel amour ariany arnisha ashlinn ayari cing
clarabel corian curtisha dajaun ellisha fredick gaylyn husain janah kameisha keefer khya kiven konstance kristain laketha lylian
manasvi olivya rameen satoshi shandria shandrika taden tanyah tazia tonimarie wavie yevonne zaeden akosua annelyse arek avy
brynli carden ceceilia chipper da darthy dawnetta doral drayven elisandro giavanni haleema hatcher jaceyon jema jhony kassius
kevaughn ladale lecil mahmood mal marx milos nasreen olvin quintan rashmi reniya simra tawn tiburcio ugo aira arilyn ashunti
ayson chantia clytie drayke dreanna dyami edwena esly faithlyn griffyn harvel itza kahmari kassim keonia kitt kyanne lynee
marylene mattingly moxie pao philo raider raymont rohini ryana secilia siria suhail talise tenecia tenise tunisha zadok adeel
amerika arloa bary becker brylynn cruise delorean dougles earlyne ebin eddye edla eesa freeland gearl havannah hennessey jaiana
jerie katalyna kienan koleton lasaundra loreda maeli makalya mandalyn maylon meela merek mikeya najib peggyann sanaii shatera
shekita sims soni tacey takita xzavian anique areeba areil brilyn calton dajohn dalayna daryus declyn dennice ebert ebonique
elcie esco jewelle kadrian kayron lauris lehi lidya lorielle lucrezia lydiann mickala minka oakland reshonda rinoa shamarr
shelvie tejal trino tynlee valton yovanna adalind avett bertin blaike court damarious dhruva edlin ellyssa emlyn eraina genae
goddess grasiela illianna jadee kameshia kellon mariangela marthe marvetta neyla ople peggye ralf revan samika shyheem trinitie
tuyet xitlalli yaiza yeison aaniya acen annais aurie azelia banjamin bulmaro ciel corinda daimen damonta dawnn debria destynie
dmya eugine eward faylene forever garyn jaidynn jaki jalana janeva jondavid kaleya kijuan kikue kimiya klye krisanne lacole
lando mishka ollen pattye philander romney shamonica sheikh tamea tishia treg valori vanessia ainara alik alvy amana arthurine
arye clariece clevon cyerra delonda donalyn emmarae eulises exodus florabelle kachina karlina kauan leonid lorilyn lynnann
mckinna montrice moustafa nemiah obbie raef ranveer ridhi shameca shefali tauni tyee addeline adolphe akeria bayden casmir catia
cayne emanuele emiline gal gerod jailyne jeison jessicah jonee kaemon kanin khaleah linnae loveta maelie malyk mao marshia
melvine nechelle oreoluwa shanah shawan taeshawn tanajah thurl timisha valborg warden alasdair amish amra barbarann blu braun
brentt carrianne delno dornell edell ferdinando ishmeal jassmin javaun jemiah josecarlos kamorah kynli laurabelle liela
louisiana lucette marayah margaretann meganne megin michalle neelam palak quante quintel rosibel sharanya tadao topaz tyeler
tykira verniece vicci wilsie yasuko aidden annamary arrielle betha bluford brodyn caelum chieko chyler daly decklan deshauna
evangelyn glorious halla jamesa jilda kaylanie kilynn maciej malie marletta marrianne martiza masami mckaela meesha mylia natika
rithik saki shardai vaness xane yi adiana aracelli ashling audy ayven berlie caretha crandall deone dulcinea ethelyne geneieve
graylon harout holman jeilyn karigan katonya keyerra kumar lakeita leanthony makyra maurisa mehul michaila nykolas orazio oronde
raza teira twylla valory vanette verenise wyeth zelie amerah artina cagney chantee danine danon dashiel elfriede ermina etan
eustacio halena halona ishmel janitza jatin jillyan khalani khan lalena lashannon lujean lydie lynnelle margi margree martavis
nzinga paco primrose rishik riyad romulus sameeha seline serapio severino shaterra suellyn vani willson adriona amaar amadi
amonie annahi areta batool cha cyntha darelle davona delaynie deneice elleen eun galina glorie jaaliyah jakarri jupiter kazandra
keidy korryn latressa layana linzee madiha maral mieko nadra nalaya nataliah natausha ninel oaklie oisin paxon rakel sanae
shanyla shellene tamu temiloluwa thekla traver alasha alfretta amarius andretta belem blimie braeleigh brandom cadan casyn
chenise corrado daelan dorothee eppie gerron jachai javarus jeris katreena kevonna lanore latrease majed mareena markelle meila
monea muskan nai naleah nuala octavis oluwatosin perris souleymane tahara tiegan yatzil zamantha zsazsa aldena allysson arianni
basma christalyn demoni deondray dhani dvid eliany elverna ghassan izabellah jabrea jatziri jaxten kameka kaydi kenden latoia
leviathan lorel malee malini maloree maranatha mava maxen maximilien nakota quinisha ree roosvelt rowe tyion zaylon zilla
ahtziry alanni altamese amaira aniket aryanah ashon atira babak chrisanne clela courtlynn danai denaya detria deyana dhilan
dorcus dyshawn ethin floreine giovan ionia isola jadine jalie jammal jaris kamelia karinne kimorah kyrese lynann lyncoln madox
mandell melchizedek menashe moraima mouhamadou murdock mykenna priest raymie reilley reniyah rice rickelle sabree samanthajo
shaelin shakerra shreyan taleigha tanecia terrisa tiquan trevonne wacey yomar yuto zakyra allayah amorie ascher aylissa cainen
candiss chantalle cherika christepher claudetta cliford cynthea daltyn dejuana elize eon exzavier fredrika izeah jacoba jakel
json kadedra kayona kearia lavan laycie leory lonney makela md mikaylee nalini nero neviah niyati njeri rabon rashana rissa
saharsh suleima takenya takera tamim thaily whyatt wirt zaydan zekiel ashelyn aveah babs bonner cachet ciena claxton danuel
dekayla fritzi hanaa hymen ileanna jahquan janeya lallie latausha letasha lilyrose lunette marca mardy marise maryum mazell
nishan paxson shirah sumaiyah tamsin tanesia tellis trigg anely anouk anyeli aurther avonelle benancio benjamyn carrolyn corah
deandrew dorrance dshaun eldana elsi johnnathan josiel justise ladawna laelah laranda loic luisfernando maxey meridian murat
nashaun nihar novaleigh othman salvatrice tangelia venezia yonis yuritza zannie adalin alliene alyjah ambyr aryannah ayde ayona
calyssa chia chrisandra cove dailey darolyn deijah elynn helayna jazariah julane juliah kamon kayelyn keni lavora linkoln loel
loman maizey manahil mikesha mishayla osmara perrie rehana rohith rozann shadai shamere shanekia woodard xitlalic yaqub
yecheskel zayveon abdalla adriannah alorah andrej angeleena bader britne caytlin charlye chistina cierrah damarkus daune dominiq
elleanna felissa gordie hailei indiya isabellah ivorie jahkai jervis keegen kelsei kishon koni latessa letoya marielys markey
maysie mylea natilie omarian omeed orlyn patina raziya rukiya rumi sebastiana sundee takyla vihan willey anissia antonious
avantika azel brayant bruchy cariann clements coltrane damesha genee gwendoline jakayden jakera jamilette jeanita jerime jerral
josuha kassady khala kursten lamiah less marcina markeis nickalaus nixie ogechi rainah samaj schneur shamarion shavonte shayanna
sherran shota stephene telina teven thecla vonceil weronika yasiel aamina ade alnisa caiya caswell chaseton cristyn damauri
deundre dexton disa duel eletha erleen freemon gabbriella jasai jashun junetta keenya ladeana lezley louvina mansel nalayah
nekesha nichalas ranny red rosland shya tarri travelle turkessa veronia wyett yumna yunuen yusif zyah zyquan acy ajdin alayzia
aminta ayron byanka caralynn chidinma crockett dailynn deashia dekari deland desirey devian domanik duayne eagan el eleora
erandi esley estie ewa fintan gladine iretta iysis janmichael jawara jeidy jibran johnesha kadience kendrik khadejah ladeja livi
maurio nikitha nizar obryan phuc raveena rodricus shelonda tevan timathy trystyn tyjon tynasia almir anahit anival anniemae
armeda avelardo aydrian brae ceana chapin christyan deneise gertude janelis javonda josephene latroya livier mariateresa markez
muskaan nolie prashant prithvi raimundo rejeana rik sanaiya shantasia sheala sheva soniya sutter tamaira tikisha tyan varnell
xanthe zoelle zohra zyir aasha ane blakeleigh boleslaw burgundy catharina chayden dao elim georgana hilde huriel jadia jaelan
jarquez jerusalem jonathyn joyceann judieth kealan keian kima kosta kreed lakiyah lene loeta madelina makenah marcellis marnell
marvyn mikie mizuki nakyah natha navneet nicklos opel orenthal raigen reonna ronalda sadiyah sahaj takeia trampus treanna
yanette adylene affan akin anaisha arlisha ayani aylssa benjimen breunna britini chasten christerpher darvell elanda elvert
haeden huyen inari jatavius jearlean joyanne kamaal kanai keano khira kiela kolette lealand leib lilit lis lowen luda malikye
manraj miyuki naoki neesha oleda omkar renn rune shahin stillman tanaja torres toyna vedika xiana yvon aamira adaliz adine
alexsandro alleyah allyanna alvita anella aviona bessy birgit brenetta catalaya caymen channelle chevis clayborne clete davell
demita estanislado giorgia gricel gwenna ilyanna ishana jenasis jhane kenichi machi madilyne mckenley merion naryah nnenna nyeem
siyona skie stony tzipporah wagner wood alyxis aubryana caro charma chasitie christeena consepcion damaso deionte dejanique
delfin dencil ediel gwenette hanad hutch jalynne jden jlyn jordain kacia kadir kairee katelynd kemal lafern layten libni loc
marce markevious martyna meili merelyn miner mirielle oluwaseyi oriel quillan randen roldan rosabell sande shelden sherlynn shey
soriah taleyah taline teruo tishawn verdella ylonda yutaka aashvi analynn andreea azan brand danasha demeka donnesha dorette
elinda eural faren ganesh gram isatou jadis jaydence jordis kelie kianah kishia laiya laquanna lashaya lasya lataisha makaylie
maleeya man melisse mujahid nicci nilson oland palmina pryor rylann seidy serenitee shanitra shatika shauntia sherae siddhi
theresea trueman yosgart airel atarah axcel azhar brok caroleen cassiopeia ceili chaniyah chima dalis delona elmarie frankye fue
gustavia halyn heraclio izaiha jazlynne jerrion lakeasha lamorris lashante levis manasa mikeyla moustapha oluwadarasimi
oluwanifemi quantavius raeya roshawnda sadiya seraiah song storie taiylor timohty tydarius yusuke basilia corra daivion damacio
day daysy estefan jatavion jeannemarie jerrine kalesha kalynne kamirah khiya lalia lynnett makeyla masey mella milliana mujtaba
natassja nyanna shabazz shakiyah shavona shimshon shravan siedah sinan sirenity sueko taylorann wilkins zahrah ziyan alizea
alonah amika anaka annalyssa ashden burak canisha captain edithe eliasar floriene hazell ileah iniya jalise jennel josyah
katsumi kmari kojo lucine mckinleigh menelik moranda myrtha phu porshe shalinda shemaiah sieanna sydny tameko taquita teandre
wiktoria yazlin adhya aliscia angelino bevelyn bon brayam cabot dala edelyn elivia emiya esvin evi iyesha jamaiya jeweline
johncarlo jonquil jourden jsean katlyne keyani kwanza marcellina marinell melanye merrel myna nekeisha raiya reyana shawnell
sollie sonnet takela trai treylon yolander akshita antonisha armanii ayasha betheny birt camielle daelen demiya filmore gerlene
hena jasdeep joeanthony junette kadeja kaelon kippy liev loredana lyall maelle marilouise maylyn naasir naraly nashley nichlas
onis peytan robertine rovena taariq tameem teighlor tetsuo tymothy tyresse valaria zaidan airabella alazae almadelia audreana
avika berthold calleen capricia clista cyanne danelly doil dreyton eily eliaz ethon finnick hykeem idrees iliyah krisandra merik
miguelina mitcheal quynh rosalita saara sandralee savior shanyce tamme terek trude vee vinicio abdi alanys asaf berma brenon
breydan cambell chon costas denetria eisha endya erikson genola giavonni gustavus harumi holiday inman ivyana jamariah jamone
jarmal jassen javarion johsua josten kaisyn lanique laritza lexton liel lissandra lorenia loucille marinus miron moneka naphtali
reham rosmery samarion sereena shauntell shenique siarah tashea tiphani venisha akane alicha anshika arelly bueford cadynce
chayne chyrel deantae dejanee delva deundra ellagrace emran gizel jahson jakwon jameika jarae jaylean jaziya jennife jequan
jhene jobany kalianna kamuela kenidee kleigh kshawn larri leighana lorey louvinia lyann marielis navdeep nickalos purvi rachana
raylie ryelee sanad serafino shauni shyler siona tyriana urian zaylan adit aeisha ashar avangeline aylani champion chett cyann
cynde dalonte devondre erice hakan ikram irvan jabarri jasamine jazzman jeweliana jhase jonnae kalum kayon kemiya kharter kirsta
kitrina kongmeng korine kristof lakresha lindzey lynnwood madysin mardel mehar mera mingo mylinh nakyra odaliz onofrio ponciano
rai raliegh remie saiya samariah shenee shyana tamecia taunia wilhemenia ymani agusta arber ariston aryam ayianna bowden brittne
carollee chinita daishaun deby donyea dray eirik eldonna elham graciana hussien imunique jahniyah jailon janiyla jaquelynn
kieley lakisa leelah lehua lennix margurette moreen najia naquita normon ousman raedyn rosene rutger sakia samaiyah sevan
sharetta tangy thierno tyreon zemira aaleah alazay ambriel biddie braxston brynden chaeli council fadumo harrington ivee kayvion
kennidi kourtlyn lamyah lateria lealer lemma livie marsalis meklit nevayah paulla quinley ramar ravenna ronnel ruthella samanth
sarahanne shanyn srishti sura syra trip tyrianna tyrisha wai willim yaritzi yashvi zailyn zarius adaiah ahniyah angelgabriel
asanti aspasia aubreyana avalina bayler branndon breylon britaney buzz calbert caniya chandrea christphor chryl davione dywane
elissia garvey haylin ichiro ileta jazmon kashvi kendalynn kermitt kristelle latrena leor litha manas margia merlie montay
nyelle prairie roarke ronya rook shenice shikha shimeka shontavia shubham theran tobyn tonni venia venora xayvion yakima yordy
aastha agam aimar alphonsa anik aylee chalice chidubem cyla danajah debarah gearline geza houa imanuel jewelz juanell jushua
karlena keiden keyshia kinzi kiwana lucillie maedell magalie milledge naiara nakiesha niambi nickia nikhita niurka norina paras
poonam quana quetzaly reannon roizy seanpaul sherece starsha syrai tagen tanyla tomorrow tymia xuan yishai yoland aaralynn aldea
aleiya amely arben ariam arti betzabeth ciarah cortina crescencio darnita doreena ebon erique giulietta jacion jackquelyn
jaionna jaylenn jenalyn joash jolaine kaniesha kewon khalila lajoy lakendria lakeria masin mckaylah melquan moselle naiyah
naketa omair onica orlen priti ronnesha samanda seymore tannah temekia tiwanna tramayne willean zykerria aanika aby ailen benno
brennyn brookelynne cyara daneshia doylene eilish emilyanne ericha felisia jakala jamekia jaqwan kaizer kasra kaydn keishia
keiton kelbi kilie kiron leshaun linken macgregor mamye miamor nickolis rmani shawnita soriya taylie trevia tunya turhan tyden
valdez vanellope zealand akeisha akera araminta avyan belladonna braley brance chrishaun corazon coriana cruzita dalphine
dametria daquarius denicia dollye dynesha eliyana ferlin greydon hoyte itzell jabir jaimeson jawanda jeffre jeptha jeylin
jonovan justeen kabria kalya khamya khayree lai lakevia laressa larkyn laterra lilliemae lindsee liviana lua maurico maxwel mio
moris na natnael normalee oria pierina raenell resha roneshia shakeela shontelle treazure yaneliz yuli abreanna alaiah amatullah
ariyon aslynn avonna catherene chenell dayjah dvon elaysia elby ethridge gailen geselle goodwin jadarian jaion janele kalla
kandise kempton kenechukwu kewanna krue lacrystal lanyia lashawndra litisha loletta louretta magic marcelus marlette masson
morena neeko norberta nyeshia rahkeem rushie schneider sedalia silviano soumya tayquan trevone ulis undrea zyaira aaria admiral
aldina anastassia anishka annaya asli avila blong boleslaus casmer cathe cayde cherlynn deshane dom eiley esbeidy haliey jahayra
jeziel juline ketra khaden kinda kinsler kristol lynnie mahkai mansoor mardee marili millisa naylani ondre parys phinehas shadoe
shakendra shamyah shawnetta shubh skarlet sylvanna syndi tabria tanvir tashema telma terryon tineka yazen abrie abron acquanetta
alivya ashtynn banyan biff clorine daviona demarques deshan dewie dorse iisha itamar iya janda janki januel jeno jeraline jerlyn
jetty kanijah marcellino marka marny melis nakaya ndia north okla olar orest ortha rhegan ruchel santia tikia treyce tsion yani
yann aubryanna braheem brendalyn camdin charlsey concettina crespin deadrian delrico dulse duriel eutha fermon fortunata
haralambos hazeline heena isel jakye jamoni jenan jerrard kathlean katurah kayti kearstyn kenni kinnley lief loralai lucciano
lyrick marqueta monteen murtaza rashaunda rochella saburo saidee shaylon shere sotirios sundeep tanica tannya teffany tryone
tydus tyquez verland yailyn zadrian zamirah zykira abryanna aireal aleenah ameris ashaki bain brianni cay charlett coren cyris
dennisha elinora fina gabreil honore ikia jaine jamielyn johnel kayton kolbey latonda leovardo lillien lurine maclean maham
marynell merit monda piedad ralene sarahelizabeth shaunak stephenia talik tomeika travone trendon vignesh wessley zaveon zosia
alexianna angeleen ashani ashok danaja davison eisa elisabetta epsie faithann faizah idali ilani illona jahmai jandel jasmeet
jenie jhovanny jolean kalika kamdin kaoru keevon keshauna khylan kruze larone lavonya leathia levelle linsy mavrik nyashia
oneisha ostin promyse samay seferina shanterria sheetal sherrian shirel siearra sigfredo sujay taiesha telesforo tevyn theopolis
tymesha valicia vernona virgin yaron yashua zadyn adya ajit allina arhaan benjimin chesky deeksha dyke everard farhad geneveive
granvil hillari jakhai jerris jhordan kamarri karolynn keatyn keishon kelii lacosta laresha lonia lourene makani mandrell
marilea marquee merryl mirra mistee mykiah navaya nayda proctor raif rannie reyn riannon ruchy salimah sumit taleya yohannes
zeshan abdur airen alixander anant arjuna aviya bayle berman berwyn chantilly cheynne chrystle currie dalanie dawanda deng
dwanda elley ernesteen galileo halleigh ilissa janeka jasha javia jeriann jonta jyaire kaio kiandre kjersti leira macauley
maciel madline mahlik marsela neli nicasio panayiotis sharica stephie tahmid tessah texanna thanya tomesha traylon verania yahia
yazid zeda adriauna airyanna aliena alyric azell balian blayton bryannah carloyn caspar chauna corderro darryel dashae deepika
deondrae erdine harue jaklyn jaray jermone jerzy kamera karlea karver kerney kin laberta ledford makaia malloree march mersades
mitchael naija raheel rheana rigby riggins sajan sanita tahja tayleigh tonica tra valisha veleta zaiya zylen amamda ameila
brayon bronislaw chanz ciearra copper corneluis creg daijha delcia dezzie dontrel ebb eleny eliabeth garnie glendia hezzie
javonn jaylea jennier jibri jontavius joshau juanetta kaybree kiyla klarisa kyrian lavance ludell maahi madine maisen mance
mancel matthan nickoli onofre pinchos raegyn semone shonn taila tarissa treon vermon vineet yarielis yunior abbegail aiven
alashia alexandrina alyzza aubriel baraka bertrum betania biviana cleland daelon damarrion dayona dragan drina efe galilee
gayatri ilka indi isam isao jacquese jakyah jamonica jatoria jefry kamalani kenshin keyarah khyri laporcha lether lujain
marciana markella mckensey nakhia nikya pegge quandarius shallon shaquira sharmayne sharonica sher sinthia stclair tasean
tykeisha akeira amalya analisse annakate aviah bairon bricia caliah casee chanze conroy damonie dura glendola jacobb javed jorey
karrisa kasin kevis kurtiss malaak maryruth mirranda nhia pennelope quincie romolo rourke seanpatrick shamecca thorn tyberius
willliam xiara xzayvier allard anikka arasely aysa charo cully durinda elice filimon island iyanla jahnia jakaylah jaquis
jazzelle jennavecia jeoffrey johni josefita josphine jyllian keyly khalea kiearra kristinia layman lucianne mersadie nicklous
oaklynn quetzali rolin sadao sanyia shonnie sohaib stanislav steaven tanishka younes zakry ahnaf allex arlethia azaliah caylon
christol cotina debbe delmore deolinda deyton diezel dinesha django djimon edwar eira ellamarie erian erinne ernesta evanie
gareld geneive greyden hannelore ismaeel jayona jerimyah johnaton joscelin kjerstin kobee levia mairi mesiah mystie naria
nasiyah natalea nicko novia pio roemello ryliegh shadd shateria taivon tonatiuh trayden truc vinia yeray yossi yukie zekiah
aigner ailed alabama alphia anjelique avarose ayane birch blessed caillou chandelle chandi christabelle coulson daaron dustine
emett glennys harshini jabe jacci jahmeir jamiere josejuan jusiah kalicia kateria kely keyden leylanie ludmilla maciah maddyx
manan nashira noach nobuo param porschia quinta raynetta rosselyn taletha taneika tedric tyrez verdelle xaden yeriel alycea
ashlynd azuri basim berdell candus chasey christyne cleavon clothilde costa davonn dayshia denym devita deztiny dylana elishah
emmalyne ertha frady hiromi jailey kaeo keysean korea lamontae leandria leiann levette luane mahira marrietta meilin nishi piers
press ralpheal richerd rilie rylon shajuana shalandra shanara sumeet therron traivon ugochukwu valaree veldon willodene zakhi
zyier zylan aiken alecsander aleese anastasha anayely arretta avielle bonnell branon burdett calisha camaya caton cevin clayburn
cyprian dacian dameka elain evora fahd genever giordano ingris jadien jaeleigh janeil jemari julyana kalijah katerra kiowa kla
kostantinos kynadee lakedra leyana loletha lucyle meagon meldon merel michai mishel nasira nathanyel othell ovila pierrette
rakayla rheda sadira safari shannin tabita teriana terrionna tiye tushar ulysse vail velicia yaphet yasha yolunda yuvonne zeniah
afrika alfa allanna amylia armilda ashleynicole auda bennetta berkleigh braelee caoimhe davene dayten dejour demika desa
dimitria dorthie elnathan eulice fillmore flem govanni graceson helio jakyia jayley jianni jonesha kailana ladasia livan maigan
marwah mckaila myrick nari neyland orah oseas roshad saber sakeenah shayana shayley stephana taite terissa teyla tria vanissa
amillion anquan ausha aymar baylon cadon chelcee demetreus deysy enda holger idy joncarlo kathelyn kelso kiyonna lashonta
makenlee mayetta mikalyn niveah ordell orvilla raiyan roann roxine shantele shaquitta shereese sreya twan yaileen zahirah
aariona abbiegail adeleine alam alera armina bolivar carthel charlane daviel davionne deloss demisha doraine dorn dreyson durham
elieser elizandro ervan fatmata freja gwynneth henok hesston ilea jaquise kaileah kevia kiannah krystalynn levonte luvinia
mackay mulan naeema nysa oanh oswin ramah rheya roza sakai shaaron siaosi ta takari tarisha truong tulio vahe xan yitta aadam
afiya aliyha astoria ayame chelci colan cresta curly donzel eban farhana fawaz franko halea jamareon jaran jassica joanmarie
kadisha laasia lakya lanis laurey lexxi loucinda machai magnum mailani manjot mirtie nanna nickol nike nohelia reneisha roch
sherrelle sidni tambria teka tigerlily tita trevaun tyronn yanuel amarra amyla ayham blayde british bryttany caniyah charolett
cosby crystalynn daesean deborra deshana elkin gabrelle haroldine ismerai jaisha jamis jonavan jullien kaylianna kelbie
laterrica lauraann lejon linard lucill maddon meeghan mekhia michaeljohn mieke myson nethra nikeisha porfiria sebron shamone
tanaisha tiphany vaeda verdis adis ahliyah aimy anurag anwita ardyn ashe autrey avner azariya barack caydan cuca daveyon emaya
ervie faizon haniyah jaianna jaleya jaston jaxtyn jaymen jennfier jniya jniyah khadeeja khayri larna malaiya margarie masaki
mickle miette miklo nayra neenah niyanna quincee reinhardt rexton rockelle rushi ruthell shakisha shameek siah taiga tinlee
tirso urvi vermelle windel yaa yeira zaccary ader adore airelle analea anaria aodhan arran ashtan bethanny carlas chanika
dayshon delania dionisia ehan eidan embree ferdie findley ivet jahmier jaiveon jalayna jamarco janelys jazmarie josean josian
keahi kehinde klein koleen lorian ludy lynnmarie maleeha marcha markeita maxi muneeb nabeeha nandita nyala peytin rondey
sabastion serrina shandreka shaynna shivansh shourya stormee thia tishana trenae veneda abhi adrianah aela agueda alando albie
almena amol anselm bernardette burk cadi camree carollynn cyniah dalaina daniesha darinda eliodoro ellias emeric fedora genella
gracelynne hakop hermila hiliana hodges holten jaequan jahnya jalexis jannessa juleah martese maylea miqueas nadalie pate
rodderick searcy shyasia sofija supreme tyia tyjah verlia zaineb aasim akeen amberlie annise arelia barbarajean chaela cheril
debbora deren devonda deziyah evynn febe gerritt grissel jaloni jamilee jaquell javona kennen koraima kyeisha leara leonte
lindberg lusia madisun maks marelin molley nathin rashae ravan rozalynn sharah sherea shirely shloimy skyeler syann syon talula
thresia varonica vernadine wandalee zaide adelena aizik allessandra andray angelos annet anoop arby bird bruin caryle ceclia
chloris chrisie decorian deniro dimond elchonon elienai elowyn evelyna franci gonsalo heiress ileane inas inza jahmil jaisa
jenisha kalliopi kasidee kathalene kayler keaundra kennethia kert lenaya lucindy lydiah mayford mckala meleana modestine
nethaniel nevaya pearlee remedy rishard satoru saumya shawni shenetta shooter sidrah strider tamberly treavon tyeesha verneta
willoughby yaniv yeilin adasia adeeb analysia arias belford chakira chariti cherity conlin courtnei delman fady irva jabarie
jakin jamai jerimie jillaine johnta jony junice kasara kaushik kell laurianne maaliyah makeisha marieli matasha mikyle nashly
naysha omni paraskevi tessica tieara tyshae ahnika amran anu anvika arria aryaman austynn brooklen cleatis corrinna cortavious
dejia elmus eyvette gilma jaisen javeion jentri jyoti keath khrista kirston lexxus maanya monetta montrey mozel nakea nashae
nykole raeana raphaella sanayah sravya stanely tanysha tieler trayshawn uldine usiel vencent vesna victormanuel vontrell winry
yahye yarelly zamia aahan adolpho aleister antavius ashika avid bailea bambie brandonlee braniya cashius chawn cornisha daleen
daqwan demaya demetrica deshayla devesh eline gar geneen geralene haniel haruki hashir iyan janaia joletta jourdin jowanna jurni
kelvyn kendry kenyen laretha laveah makailyn marcena maurisha nayleen oluwademilade paije patrycja peng roi shahidah shamieka
shealee swathi talasia terrianne tiannah tyleek walfred winn zein aerith agnieszka aldahir alexcis anie arielis artesia barnet
bartosz benett blinda brahm brittane catheryne cheryln clayten deshae desira elizibeth eugen felicha haeli hava hilari izayiah
jaeleen jameil jenipher johnice julis kaede keilen ketsia kindell konor lamir lamonta laylanie loras luceal mahogani makeila
marcas maresha meko metzli nicie noriah olia quanah radiance raynelle rhyse riordan rodriques rogena roshon samul shterna slayde
suad tahjae talulah tarius teniya tocarra treysen ulani verdon zurie alakai asako casia charmion chealsea cloee coleby crystin
cyndal daviyon deldrick dilia eutimio everrett gelsey jayan julanne karder khi kimmarie kinte ladoris laneshia lenis lucielle
malkia manoj melvinia miami mohan naama nilay nyiesha oreta orilla peytyn quantina reganne rodnesha sameria sandon sierria tatym
tonianne velvie vineta virgal waller yandiel zanae aidel akiera amrom arjay bassel betzalel bijou chamar corrigan darionna
darlinda dawnya demauri devanta edana elara fatimata fuquan gregrey haitham haiven hareem harsha imane jacksyn jasa jasn keiosha
kerron larose lenisha lerin lorilei luddie lyfe mahathi maleni marguarite marliss maveric merica merrit mikea mystery netha nilo
oliwia orvill payslee qamar reyan reyne rishan rosely shaakira shelsey shifa shrihan stuti syanne taheem taje tiyon vici
yaritzel yasmen yumiko adraine amily amylynn anacristina aneth broxton bynum celsey chimene daisa denishia eniola erendida
euclid everlina fitz franchot gwenetta ica izick jalesia jenkins jeret kaivon karrina kayl kelsay kroy kynedi latiffany
luisantonio mael maesyn masiyah maston meztli miyonna naithan najeeb nelsy offie oriah pennye prateek preet rollan sabrin
sevilla simar sumie teddrick tekoa timaya tovia tvisha vale versia virl zea aiyonna alaena alazia alireza alysandra anayla
angelmarie aniyha antionne autymn bristal brylea carrin chalise dreshaun estaban evens faun gared gertrue iley ioma jahkeem
jalik jariya johnda junelle kayna kenyanna kionte kynsleigh marcea mariona massimiliano mirissa missi nadezhda namya narayan
oluwakemi patrici quirino railee raynisha roc royer rudene seairra snigdha stormey taegen tatsuo tekesha tersa theon thinh
tyleigh yazmyn yenny zuhair aariah adelaido alanmichael aneita apostolos arjen berk bethene braxon cannie castor chantil daeton
daily delmi derotha dezmin ervey flecia geffrey haaris haely harles harryette hayzel jazzalyn jermany jermarion judithann kalis
kamyiah katelen kathline keante keerthi kesi kweli lizzett ludmila lynleigh maniah misaki mkenzie montrail naidelin oretta
ramadan saryn shevy tung veleria vir yarelli yuji zerek adenike aliceson alonnah amariona amberrose anaja annaliza anslie
aolanis arkie briya caileb caven charrise clydell conda contrell creedence cynithia daekwon devonia domenik geovana gwendola
hedda jahmya jarome jarrick kimmi kimra kolden koltan kyona ladene merdis merrik nakyia reality reise rexanne ringo rivaldo roth
saniyyah shamona shanavia shanieka shatonya sophina starlin sulo teckla teralyn willadene zarianna aasia alliya arita atavia
athalie audi bertice beuford ceejay chistian christana daion dallyn dawaun demarea derryck dquan dyna elzada emilyrose genesee
giabella gradyn henning hodan honorio jaggar jameal jastin javares josilynn kenneith kerina kristjan kyarra kyshaun laisa
laportia latunya lucylle malania nautika necie neeka olliver phares sherlie skippy taffany taquilla tarance tayshon tenita
terion thamara vedanth yariana zachrey zalika aliyyah alyzah andry annelisa arshad cacey calle chancie chondra delaila denney
deroy elah eloyce falecia gaylia hennie huberta ifrah ion jameia jamion jaquelyne jaquisha jazline kailash kaitland kavonte
libra macallister malajah maragret marialena mazelle michaelah moriyah narcisa natsumi nehemie numa paitynn panfilo raghad
raynah saidy sarthak shakelia shanesha simya srihan tacoma tenlee tianah zakeria zaul adamariz ahava anuar artemisa ashonti
bransyn captola catalino damier damyah danyka deetya delanna desree ein erlin gavynn gervis gohan hamlet ionna javoni jejuan
jerricka kadince kahleel kalyani katrenia kayann kayleeann keyauna kyel kynslie kyrra leilanni mailen margrete marlisha maxxwell
micholas mieka modene nikolos philis phillippe praveen shaleena shanicka sharece shoshannah shravya sianni sila skylen stace
stefanny stephenson sultana sweta thena vennessa whitten wyland zackarie zunairah adalaide airyana akhila aldrick aliayah
anasophia artice ayansh ayodeji bailyn breanah carinne cassadee cherilynn chrisy clemie connee dahlila danh deigo deserea
donatella elad eleah ellerie gelila girtrude harlis hermela huma janelli jareli jaymison jency jericha jobani juandedios kazue
khyrie kierrah kinzee kwadwo kyisha labrandon makaylia meshia mikyah nassim nghia nyiah obera oveta perline plato raeden rayelle
raynesha rebie rhianne rino rojean ronalee samuele serenidy shanina shayonna shearon talma theophile tywaun valla yassir yavonne
zaidee zeniyah aayushi abayomi alexza amiaya annalissa ariyanah arlita atasha blakelynn borden camarie caria charday charnise
chiana chrys claryce damonique dashan donovyn draiden edrian elsye eyana griff gwendalynn janeece javyn jessamy keylie ladonya
larra latha latyra leanda libbi lukah maddalynn manaal mariame marsden marvens mithcell muhamad nhung nyzir orchid ota paticia
prudy rawleigh rehanna sady savier shantea simrah skyelynn srinika tamber tamma thoms tibor tynisa whitt zarai zidan amberle
anallely angelyne arpan ashana carnelia charmel connelly dacari daleah daoud darald dierdra drury ej gaynel gissela helder
hydeia imer izreal jamontae jashan jazon jordynne lakynn lamoyne lydon malikhi manila matheu montina nattalie nayara ngan niani
niaya nicolena pascha ruthmary ryenne saarah sabrinna sakiya seleena seraphim sorcha suhayb taaliyah tabbetha tanara taquila
thomson trissa tykesha valissa vanshika xin yaqueline abdou aerabella alexea alisen alyona angala audine breigh brittony cailie
careen chonita dayanira demiah dore ellon elmire fronnie gabbrielle genoa godric hayde izeyah jamason jassiah jaysin jeremaine
joram kameko katlynne keilany kendan kendarious kurk kyngston laurann lekia leonda leontyne lutisha lyah madi marae markiesha
monice muad nazeer nehal nieko rachna rasaan rebecah rozina rutledge samanvi shamirah shaquil sway adianna aireona akeya
alexxander alic allexus allizon anisia annalena anniya arrick atul avenir bard cecilee charvi claryssa dairon dayden djibril
draden dravyn eleina enaya eyden finesse floella florella francenia glynna hason hazem henlee kaled kamillah kepler kerim kesler
keslie kirbie ladislaus leannah maecy marikay marlita marzetta mckenize melessia moksh priscille raeley raelle rekha richetta
shahara shakeel shakeitha shar shiya shuaib symir talar thuan timothee torina varick varina vincient zaydon zeriah adarian aleka
allaina altair altariq althia areonna aundray biana brevan bri brietta brynnleigh christyana cornesha dez dominigue dowell
eleftheria elesa harmonii harshil hawley haygen huzaifa javius jazara jonalyn kailynne karolyne kaston kiala kline kristyl kwane
kyoko lalani leiya loriel maleeka marshun mattilynn quandra rockell sharonne shawntelle shiri sibel soo susa taiyo tayvian
timera wisam wreatha zalia ziomara abagael acxel adael adrie andris ante anyae aurel bisma candia cherina choice cleofas cydne
daichi demarlo deo deryn doyl ebrima ellieana emmagene eziah jaleena jamaury jeaninne joelynn johnni keilon kellis keymani
lashai leary luismiguel lytle macsen melane melicia nasra nelli nylia oleva orton osker papa pleshette reigan ronav samyiah
sherrilynn talita tarrin tatayana terricka trannie trevonn trishelle tyeson tylesha vashaun vercie vere zarin almina almyra
anara anavictoria antonya avik benay brandey calloway caress carrieanne cherylynn chung davisha dennette domnique ellieanna
goerge jakaila janicia jeanet jermale jocee kaina kariyah kashayla kasiah kelda keoshia kharon latice lilton lindey malva
mirakle nain nathanal nyima osceola partick quantae reg rowynn shaheim shalese shasha sumayya syris tamina tashanda xoey yobany
zamariah zanyia allannah amberlin antar anthonee barba braison bright carnel casy chen chrishon cleston cohl crystol dastan
dontel elihue ennifer ezel gracelin hamish irania ishmail janeene janellie japhet jarion jmya joshaua kassem kenlyn keny lahela
laprecious lennin lestine maely makenley maleki mariyam melek minha mykela narada neco neya nica rayshad shameria shaquasia
suhayla tay taysean travia tyeasha wilmoth zandrea zavior aamna alaija andreu anysa aquanetta ata atina azayla brendt brennin
brycin calhoun carlyne carollyn celita chenille chimamanda chivon dashayla deantre deondria dereke destenie domique hannahmarie
hatim hawthorne ishanvi jabri jasim jeree joniyah joud kailene konni laraya larua lebaron lyne mahagony mariposa morrisa murial
navon nykira owais pocahontas rayner reiss ricahrd sahithi salinda santi shakala shawntee stehanie suhey taiki taleisha taralee
thirza tonique tyffany tyrease tyshay urania veera wylan xylina yury zackari aariv adamarys adib ahnna aleksia allye anacleto
arel betsie bhargav braelen brenleigh caeleigh chisa collyns cougar cristabel cyrah deke dewell dhalia eliz emagene eyleen
fathima geriann hayato hildagarde jahni jaquavis jaretzi jarita jawanza jayvier johnwilliam jonika kaytlen kealii kelden keyron
kristiann letrell locklyn lyniah malya matin maudry navjot nysir omarie ormand quintasia rainna raydon rehaan royston sayaka
sehaj shanik staphanie telitha tomia tristine vasti verbon wretha zorah aireana ajayla areya arlicia armanie audel audreyana
aunesty brevyn bryttani carel catrell charleene cyana dartanian davier demarian duwan ellary emmalia gevork graciano jajaira
jimie jourdain jovonne kedarius keyandra korene krisa krithik lavoy leniyah levita maybel miachel nevah oliverio oveda paiden
rondarius roye sanii sarim sayvion scottlyn seon shahan shawon sheritta syanna synai taeshaun tascha trinita trust veto woodward
yostin zanyla abdifatah alben albertia allon anabia ande asaph bosco briell brylei bryony cailan charae dajanique darragh deano
elizebath emmalynne harlei hatsuko jaima jaise jasie jasiya joplin justa kahlea kanita katleen kaula keileigh kelen laiden
lailoni lanayah laterria laval laverle leiyah lindzy lonnette loyed makale mallarie maly marquon melvenia merian miklos mitsy
neosha onix osei paysen ramanda roniyah roselene rudie sarahbeth seerat shatyra smriti soyla suzetta syd tajia tamirah theoplis
theseus vaishali yahayra zaryiah zorian abundio ahman aivah akul alfio anani arkeem cindel clotee coleta crystale dael dayleen
deral detta donae duglas ereka faduma hatsue jaceion jady jamyria jeramyah jermia jesselle jmari jnae jonerik kaevon kairon
katriana kynadi lamine lavanya lexey livvy magenta mahesh maleak natonya paxten princeston raia revel saina sharea shivali
shraddha sierah sophiya stefanee tailer takila tanairi tannon tearsa tipton urias waldine wilmont ytzel adana aerilyn ameriah
anala analiza anniah aubreana avrianna bond breanda breslin briceyda caitriona cane chauntelle cimone comfort cordney daffney
danaisha deaaron demontay denecia farouk gervase glenard hjalmer isolde jakaden jameca jasmon jaylenne jerran jilliana
johnjoseph jonan juvencio kearah kennetta kinslie klaryssa krist lamyia laterica layanna lejuan lillyonna llesenia madyn
makaylyn mariaeduarda marquavis medea nalin nathalya oak orell pegeen phelicia quinnlyn riyana roselinda sarvesh shamaine shamra
sharren tennis teshaun tyheim vash vyom yoneko yoshito zaelynn zanyiah zayde aaran aaryanna akyla anaalicia aniketh arielys
arles ashdon avana blease blondine cammeron chilton cinde daneka dauna dejanay denorris diago dishawn doneshia dvante emmert
erubiel etoile gentle georga gerhart jasalyn jemmie joeleen joeli joncarlos kailon kalandra keagon kennett kortlyn labrea lealon
lileigh ling livy madaleine marjo marquay martavion masa michaelann nafeesah naliah nycholas nyela quintana ragna raquell rupal
shaima shareena shemica shiori sirr suhaylah tanashia yasuo yoshi zayaan zohar afua alaylah alok alp anberlin aneliz anias asjah
calypso carmichael carr chassie clif daeveon daved deliyah devota elainna evely fermina garritt gaynor gessica gladstone
grantham hortence jahlia jalayla jamayah jaquala jaremy jaylia jenavie jhoselyn jirah jvion kamaron kashawna kashon katherleen
keaston lamount latravia lavel lieutenant machael maleke manvir margareth mariaha markiya nathanuel neilson odysseus pachia pau
purity rishon sakshi sequita sofya stepan takya telecia tessla thomasene tiffane trica vanilla vieno wilman yasamin zafir amylee
aneya artasia ashkan avontae bernadetta canden cattaleya cheria clent damilola danzell dhruvi elnoria emmalou escher essynce
estanislao ginni himani hurman inita jahlani jawaan jaycelyn jerelle jla kalieb keniel kiarrah kieryn kmya kyllie kymoni leeba
leodan madia maleiah melvern montray nickoles nimra ollin parag qais ranier ruchama sabiha sala sayvon scotlynn tamotsu tecora
travas viraaj yazlyn zaevion zayed zilphia adhrit alric amelda angelik antawan arhan asharia asuncion blessyn breawna breccan
brinnley byrant caidon carrera caryssa celenia chaniqua chrles daltin dashana debralee delsa derril devean erbie eria evalyne
farzana forbes geniva jakaya jaree johanan johntavious jonasia kamaile keniah khaya kino lilyanah lonette lyan malyah maxmillian
mayank mckale melat myrical nafeesa nairi nanami odies petrona quentyn raybon shajuan sheanna shervin sirus symphany taesha
teola vonn waldron yiannis yochanan aijalon alannis anup arhianna arleny armenta blannie brentyn brihana bryndon camiah cashel
cortny deanndra devarius dilcia donne ekaterini ernestene hansika haytham itsel jackye jaeli jaslyne jjesus jolane joven karita
lannah leafy letesha maelin maie mariaclara mclain melissaann najai nasiya nishanth nyja omelia pal ramia rocket ryson sabrinia
saleema shakeisha shakura shantella shaqueena shweta swan taiwo theophil tomislav valmore victora zaniel ahmod amreen antoria
artist atiyah aubriee avaneesh aylan azara burgandy caliph camala clema daimian daniil darrall debraann decklyn erial estiven
fredrico gailya gilberte grayland hersel hildy jauan jeanean jeet joelie keiasia kel kellyjo kendelle keveon lanitra laterrance
loie maleea markcus melyna mikya mileigh minah mirriam modell morgane morissa nachum natoria nesanel nneoma nysha oniel pancho
quavion reinhart roschelle sabatino seryna sheyna shukri tamula tayron taytem toyoko younis yuuki zakirah zamzam aarianna abiola
aerielle aftyn andras anyelin arieona azad braycen carnisha charnele danile delayla denetta eivin everlie fia fransheska fumie
gardiner gerasimos glorine haelee hershall isiac jahaad jakeira jatniel joedy kalai kamariah keundra koal larah leather lumen
manika marquisa naren nation obrien rosamary sabeen saket semir shataya shauntelle sherronda susen terea travius vendetta wana
weslyn yajahira adriyanna ahmaud altonio anda atthew basheer buffi chadric charnice cloma damieon danaysha danil daymion denica
elowen fusae herndon hristopher jenicka jennamarie jilberto junnie katura khalik kianni kowen kyrstyn lielle lillias magie
mahalie marjan marquet masayuki maurion merly murvin mylin navayah nickayla pantelis quinlin rafal rafay renessa ronrico sagal
saliha saveon senai shine sonyia stephanny syrenity taneeka tessy tonantzin trevante tyshawna wendal zariel abed abishai aero
amrutha anatole arshan ashawn aynslee bensen bentlie bera brayn brooklinn carlise chameka charlayne cheryn coburn cyleigh
darleene desere deziah donatello drevion elisea evonda firman frankee fusako graclyn hasina hayk huntington isobella jasan
jaxtin jayzon jazalynn jenissa jesly joffre juliauna karlei keeshawn keshana lakeithia lekendrick letica lyvonne madisan makira
marieann marshayla meghin meleena nakeesha naureen naviah nickson pahola payam roniya samhitha savannha serenna shamell sherah
sherisse tamura valon virna yanci zlata adri anguel annalisse aoi arslan bryssa carmesha chandria channah charnette chayna
chelise danyah danyela dejean desteni eldredge evamae falen helaman izaiyah jayni jazion jeryn jeslynn jontrell joran kaylla
leeam lenea leyland lynanne macaulay macil makara makyiah malynn mckinzee nikiyah norlene olney ricke rip ryheem sennie
sharnette sherolyn shiro sicilia sindia summerlyn talton theona tieshia tylea tyshia verleen woodley yetunde zalayah zamyah
afreen alianah alyviah anola armel armonte aryianna austan ayyub azarias billiejean blossie brenson briyonna brysin crisanto
dabria danilynn deah demarrio doloras eleanna faige gaylin hilding hussam jadence jah jaquin kahne kalik kashlyn katrisha katti
kirbi krystelle kyarah lancer lisia lyonel markise maxamus mayco mayur mikhi milia natanel nikie olanda oni quenisha rachyl
redonna reet ryenn saraiah sharis sirron sonita subrena tranae trenisha tymeka vrinda zakhia zissel aamari adhvik albirta
anaysia aneli anjolaoluwa antion asahel aslee avelynn avyana aysiah bernal carlesha chidi cobin corydon cynethia der deray
dynasia emanuella eriona geeta haidy halim hargis haru iline issabelle janari jaydeen jennalynn jeremiyah jermond johnnae
joselle kaedynce karmon karsin kestrel kindred laiah lovelle mahum makenzye maleigh marvelous mertha minami narcissa nazyia ndea
nivaan opaline other rashauna seriyah shannelle shawntavia sofiah tameya tamon tianne tlaloc tolulope waylin adilee airi aldonia
allice alynah ameilia annmargaret anselma armentha asyah atianna averly brandii briany camaria caramia chonda christophere
claramae clester coady damere dawood dietrick donasia elbony essica federica glendal hearl jahzeel jancie juanmiguel juliya
kamarii karsynn katoya kerith kieanna kyrillos lachell lacreshia laiyla lamin layce levander levenia lilliane mackinsey maille
makinzi margaretmary miarose nalanie ninah nyaira otie praneel quinette renelda roald rodolph ruari sabien salmaan shakeyla
shaletha shanikqua sindhu sumeya takeyah teyon thelmer tison tranisha tycho ulyssa vaneta venicia vishwa welma zayvian ziyana
ziyonna airon amilyah anaira arlester aubrii aujanae benedicto bethanee birl brinly broderic carolle castella chales corday
creek deara dianey dontell dotti eero eiko estus fianna frannie glenola gurtha gyselle jerrico jonahtan joyice kaitlinn kassadi
kayo keanthony keilin keyleigh laketta lamarius lucita melinna molina muaz myrel myrene nashia natalyah nichlos nirvan oluwafemi
othmar paquita preethi rayshell rielyn samuell sevon shoshanah sukhmani tamarius tashona tyller valgene verbie wing zelina zevin
zyron adeana alegria alyzabeth anahis blasa carmita cauy chanya charonda chaze cid dekendrick dhanya didi drinda edoardo emilija
evo eyanna florena gennette harly ife isiaih jacson kamare kaymen kaynen kenwood kerah kerryn kinga kinzleigh lanaiya lariza
lennyn lesle luree makenze manasi mickell mishawn myan nanetta nazim nesreen nidal omara pairlee pj quadre rogina romone
samuella shacoya sharief suriya taim tanny tasnia tinleigh torion vickye wong yaritzy zanayah zavon ajax alesana alfonzia alyra
ameliya anjani anju annalysa athea avanna avonell benna bona canda castle chlora conswella dai daiveon daniqua dariyon deamber
deeya dhyan dyquan eashan estelene esthefany feige fonnie fowler franziska gearold grazia hailynn halden hawken hunt jamisyn
jocsan jolyne jonus junella juquan katalaya kden kristell loralye mikeisha muneer odel pariss peyson quashaun samyrah sharnita
shawndale shemeika temima tuyen wadie zailee abri alanson alyene arora axyl berdella berthe brenya caidance california carmino
donni estreya evea fabion genifer gwin jamilya jaquanna jarissa jashayla jasmarie jatara javeah jearlene jereline jocabed kanaya
kanyla kasai kema kennet kentavius koston kymberlie lakoda lavaris lymon makinzee manaia mechel momin naijah nawaf quaneshia
rakeisha ralynn ramiz raynie reeya reiner seve shavaughn slayden sokhna tavi thoams treniece trinnity tsuruko tura xavius
xzayvion yahshua yardley zakya zeva aadarsh aailyah abbye admir afrah agripina allyna amayia ammaar amyria analisia anastyn
archit areona armour ashara avice briggette camauri caydee chanah charnetta cherene chizaram darneisha deakin demontez denisia
duyen ellysa epimenio gabreal garrit harlean jacub jakaria janace janiaya jaylei jayliah jeily jeyla joshalyn kamile kathan
kelina keliyah kenyatte keo keysi khriz kimberlly koah kyser lameisha legion lilyth loisann madinah maimuna milli naziya
niccolas nijae quanasia quentavious rilan roran simmone sorin storey tasheba teancum tondalaya toshua trevelle witney wrangler
wyat yousra abdimalik adalis akeia alayza alishea allyssia annalina azaryah bacilio bearl bharat billijo burel cavon celica
chelcy cherae chesnee damonica danijah darenda daxx deetra deneka derrien esiah ethelbert findlay foxx gabi genova icis isaic
izaan jahara jamol jaquil jasemine jasira jiyah kaliq kashay kasheena kelaiah khalel kinzy kysa ladan lakeeta laneta latayna
latriece laythan maclin madason marvia montasia naveyah niaja nyshawn rashanna romar savoy sherral sonoma tabathia taher
timotheus tiras trestin veyda waynetta yanel yareliz yarissa yidel yoltzin zasha zyire aaisha adaora ahrianna alcee antavia
arbor arvetta avonne azion breion brentton bridney camy carmeline caty cynia dreya eithel elea eliani eliyas elmond elzina
emmary england faysal hady honour irianna jakeob janoah kalief kalyna kashara kenedee lakea latesa leston letonya lulie mahlet
maleeah mamoru milam miyu morningstar obediah olamae ovida pama paullette paulmichael pharell primus rubena saunders serenitie
stepfanie sundi takiesha tamaka thresea tiffannie timiya tyquon willamina zedric zuriah aariel alaycia amand angalina ansen
barabara bernadett beyonca bhavin breyton bryona celes charlies chukwuma cloria cordaryl dama dannis dashanti dashauna daziyah
dekker demarrion devell eliska ellenore emrey eymi geonna gerilynn greydis jameya jebadiah jemia jermari jessicaann khadeja
khylen kimisha krithi latiana latoyna lenay liandra liany mahkayla makynzi malley marleena mekala mekia merlon mylei nardos noya
onetta raihan ramaya ramesh rontrell rosezetta ryun sanaia saurav shadeed shakeila sheddrick shirline shyrl sophiah tevion
torria tracyann tykisha verina wilho yatzari yena yolinda yomara alexio alontae amany amro angelice anothy anthonia arionne
atheena baran breslyn britiany brizeyda cabe carvell chelesa christee cleto dae dalicia darianne daruis dehlia denece deontrae
diavian dyllen dynisha elenna elysabeth emillia ezella griffon jailan jakeya jarvin jayzen jhamari julita jurney karolee keeana
kerria kollins kreig laneka lauryl makinzy malaia marialice mohsen nellene niasha ohm oza quintell rayola rhyker riyaan riyanna
rolen rosell ryota sarahgrace shannette sharmila sinclaire stephanye tyreka ugonna varnika wassim wetzel yadriel zaeem zaiah
zellie zynia abrea adisen aika aireonna antia avo beren braian burlie charvis christifer cregg dahiana deadrick dyon ellaree
erynne estalene franceen gagandeep galadriel genecis gennell haward jahnay jamilynn jaquari jarmel jazira jazmaine jenafer
jeronica jessaca jessel jhonnie kamilia kasean kathrene kaylub keiera ketura khadeejah labarron ladina leahna ludger magon
majesta mandolin mareo meckenzie mescal miakoda montia natalija natina nyliah othal petula phung prynce raziyah sabri saher
setareh shanasia shanen solymar sulamita tanayah teniyah teren toneka tyke tykera viviano wesleigh wyvonne yamel alem alhaji
annelie aras aryiana ashleah berlene brax brealynn briahnna cherisa chermaine daeshon dailon dajana damyon diasia diesha doak
earlee earlena edit emanie eugean gitel hulan isais jahrell jazzlin jerl jermiyah jnya kamali kapono karthikeya katoria keithon
kyair ladiamond lakeyia lakina latavious luken makynli mansur marien meha neidy oliviana ozan ramla ronia roniesha rual sem sema
shakya shanty si staphany taejon taliana theodus yarden zakeya zaydee abryana adaley adlene adwoa aedin ahmiyah amoura ananth
angelisse asheton avaline brandelyn brazos briyah cassiel chaylee courage daisi daliana deeric delaynee dorance drelyn eluzer
erez esten felesha gildo haidar harshita herny isador iwao jadi jaidy jaimen jaishawn jersi jeselle kanda katesha koleman
makayah marquail mckinzey melondy merie merrissa mishika naevia nik nilesh nobel nochum noela nomi novalie nyjae oasis paytan
quayshawn shakil shanetra sharmain shir tambi tiwanda tris yitzhak yuriel zalaya zamyra zariana zarinah adreonna akeila almeter
anayiah anupama arcenio arliene audrinna baine bradrick brehanna bryler carleta caylor celines chanee chinenye christorpher
chrsitopher chukwudi darly demetrias edon elman estefanny evaleen fredis indiah jaleia jaquarious jerimah jewett jinx julitza
kaleab kavish keiri krisalyn lakaya lavida leyanna lucah madelein malayla manveer maryfer matson mekiah melah mileidy mitsuru
nakul nocole octavie oluchi pallie rayen sadhana sarahmarie shaneil shekina sherrica sherrika shiraz shuan skarlette sugar
taeveon tane tattiana teriann tip tishara toneisha torben toula tuwana tyerra tykerria ulonda uva verneal vienne viktoriya
warnell xiong yeslin zanaria zonnie zyann abhimanyu ahlana ahmar ahmon alexzia allecia arilla bhavik bindi briceson clytee
correen cowen danicka davit donyel dorismar emiah estellar filomeno garl geddy ghislaine glayds gurshan ilisa izzac jaeliana
janeliz jayleene jehad jelina kaelob kais kalyb keisean keyonda khaiden khalib kharis kiasha kinneth kiosha klaira kolyn
latreece lavert leaira leavy lochlyn lorea markeda marlies maxamillian melquiades miata minahil morgaine muntaha mylasia navarro
netra ninamarie nkechi oluwatomisin onya reagyn rhya rockland shawniece shriyan syrina taronda tavarious tenleigh tiron tonee
torah vartan vasilis vikrant williom yanett yosselyn youa ahmaya alisse anastasio blen bronda catori clariza colburn cynthya
darlen daxten denni desman devinne diron donevan ellard estephani faten feliberto folashade frisco gaelen geanie glorimar
gwenneth helane ieesha inocencia jacqulyne jahkari jamori janayla janssen jerik juanisha kahlyn kenasia keyunna khalifa latoiya
latondra lavante leray leverett lorance loveda madissen malakhai megean mikenzi mohamud natalio nikolus nusrat ophia osias
quorra remmi rodneisha roslin runell seif semaja shaddai shatasha shaterica shavonn shellye sherleen shimika solace sybilla
sylina teliyah tenoch trixy tryton tyjai vadhir wealthy yaroslav yesli yizel yohann aidenn airika alaiza aleria alvey amante
annaliyah antoinett bernedette birdella bran capria cassian caulin ceairra cherrill cheyane deshea dontai edye etai evanne
gershom gurjot inaki jacyln jahziah jaid jeanee jkwon kaylaann keisi kenniya khale layloni luwanna maebry makhiya maryiah
mckenzey miara michaeljames minnah nakima nazaret neziah nohealani olander petrice pura rakisha ravneet saivon sevanna shahad
shahzaib shawnese shloka sophiamarie tacora tanveer timo tranquilino vin wilian wyndi yunis yuvaan zahari zakyah zuzu zyniah
abdulkareem adie adonte adrick akeela alexsandria allah amorah analese argus ariely badr beautifull bekah briony camey daud
dejana delsin dequon doryce dyasia earon emylie ercilia fleur francess fynlee gracemarie haja haruto helvi henleigh jammi jasyn
jazelyn jazper joaopedro johnte joquan kaelynne kalid kashana klea kuuipo latesia leshay lilou magdelyn marabelle marnette
maxemiliano meaghen meelah mishal monai moosa nesta nickalous nirvaan nole rashada raymonda reneta rhen saleah sangeeta shamal
shamicka shamond shaquill shatima stayce sudais tahmir taimi tamanna taygan timiyah tymel vibhav winda yesly yuriy zyere adasyn
adir ahan aldan alexine amontae auriella aydee belmont betzabe bohdi braniyah brayley brynda caroljean caterin cerra chellie
ciaira cohan dajae damisha darneshia devyne drucella dyrell elisandra elzia emonee eriyana hibba jahanna jetson jhayden jillyn
jode joshus kalana kalaysia kathyann katianna kayan kaysia kazuma kewana keyandre kincade larance larz lateka latrise lukis
macallan melroy merin mikaelah nicholl nygeria rhiannan ritesh rohaan ruthellen sandrine seichi sherrick skyllar sumi tabia
tanequa tashianna tressy verginia viren yeraldi zaheer zakariyya zyrah aiyla alisah alzina amanie ashad asmar bailei berish
bonnetta constantin daizha danaysia dantonio daxtyn deaisha delvina desmin devanny dinna dorann eilis ellayna espn eyob
florestine gianpaolo grisell gustin hanne haroun hasna hilmar izic jabori jahmeer jaiyah jalila jamas janasha javi jeffifer
jesseka jinan jolayne julionna kevonta kollyn krystale krystall kymir labaron ladonte lariya latravious lilyonna lochlann matvey
milaya mylena naksh nissim normal novak oluwatamilore oney rawlin satina shacoria shaneequa swannie tameron tayelor tayia toua
traniya tylasia veretta verneice welcome xzavien yamaris zackrey zaleah zareen zuleica zunaira aanvi aceson adriyana alicya
annisha antara armetta arthella averiana caisen cassadie chizuko dally draylon dustina eiliyah essance fajr faydra ganon gerado
glema gunhild imanie ineze inioluwa isabele jeda jemaine joanny judye kaesyn kalimah kalyse karn kathee kemba kember kentrail
kismet lewanda lizmary mackenzey malaiyah matei mayu moiz nelissa nikiah odesser oluwatobiloba ornella palestine pattiann peniel
raford saleemah sareen shaquandra taym tenesia toriann tyquavious vuong ysmael yukari ahmiya aizlynn alveda angelys annick annya
armany aum avriana azya candas carinna chiquitta claron colinda contrina dagon davidlee deanglo dedee delvonte demarie derrika
earsie elizeth espiridion fatumata fawna gerrald greenley guinn helayne heydy huckleberry ivelis iviana jaishon janard javae
jayceion jayston jeanmarc jenyfer joscelynn kanna kathelene keighley kemisha keyuna khalon kimarie kiren kristion latacha lj
maisa makenzey marte maruice marylynne mattisyn mauriana milayna nyasiah pearse quierra renad saatvik saranya sederick shawnia
suliman sydna tanza tell tenea teodor toshie verdine vielka yarah zairah zayquan zygmund adelai alyscia amala anabeth arieon
aryka atilano ayo burwell calub chanele christean damira dinesh ellanore emrick ervine floreen gabrella hadar haleem herberth
ilham iszabella jaaziah jadae jawann jencarlo jhan jolea jordane juandavid jwan karnell kayliah khalfani kynzee leiani matilynn
matisha miking moua myrian nahuel nishat nyzaiah octavion olina orine perrion porcia princessa radie rhenda rhilynn roshanna
ruhaan rumaysa samnang sandar shalice shinika statia surabhi tabby tanaiya teagyn tejon trystian tuvia uday varshini viriginia
vonzell yitzel yony youssouf zanai zenab allyiah annai antonieta arlind arnella ashiyah bernardina breylin capone carmeron
chayson daryon derriona devontre dezaree dracen elonzo fleet gladiola grizelda guelda gulianna isack jameeka janaria jarmarcus
javel jazilyn jedrek jennet jovahn juanangel kendallyn kieffer kito krishawn lechelle leslyn liberato linc loda lorely malayiah
malike marigrace marquarius mindel nansi omaria pollyann quilla reshad richell rionna rorey roshaunda ruhan savhanna savonna
scharlene seda senita shaeleigh shailah sira sireen taleia tarl thaine thos vala waunetta wonder adalae adante akaylah alaja
alyas amilio anquinette antrone arelene ariyona ashvin benjermin deklen deveron dorin emmakate falesha ginevra hajra harshitha
hartlee hebah idus jafeth jarrius jaylun jaysun jesaiah joas josselyne kaiyla kenise khady kyandra lainy latiya lauriel linea
linkon livio marshea mckenlee meridee naba nikaya nili parnika petro qianna sarit selam serria sevag shailene shambria shandee
shaquia sorah tabithia tahesha tallia tamelia tariana tery trichelle tyaire tywone vear velvia verita wilba wildon wilver zeenat
zeniya aalliyah aamirah ahriana allona ameyah amilah annalis asra barbera bekki biran breandan carmell charnay cheronda chike
daisean danity darely donda dorreen duong edman egidio emmilyn equan eryck guilianna haadi haasini haneefah ihor isella jafari
jaisean jaishaun jakorey jalaine jamyrah jaydien jinna joevon johneisha joneisha jordie juniel jurnie kaesen kateleen kaysan
keiffer kele kinnie kita kourosh kyani lajada layonna lazara lenville liahna malene maley marchella mariem marke mikolaj
monserratt namrata nini rafferty raushanah rhyen riad sabryn sahvanna saladin samyuktha shadee temia thula vanecia xerxes zabian
zelta abbee aivy alysah amanee anaeli aqeel arrin artrell aveyah avien brasen brigetta burhan calahan charizma christinamarie
clerance corita cote dalani dameian danamarie dary davanee destina dierks duanne ellenora elye emylia enijah facundo fidelis
fitzroy garrell gavrielle hayze heliodoro irelynd issaac jakerria jakim janaisha jezel jood julya kadden kadeidra kamylah karlen
katelinn kennette kingstyn kolsen kotaro krystofer kynzi lamiracle lashaye macedonio madailein maleaha maleeyah marquavion
mattalyn maytal mckenzye michaelina mija myliah norvella obdulia onedia pearlina pieper quanta raychell reona rettie robecca
ronae rontavious rosalena sadonna saed semisi shatisha somya sten symeon takelia tamikka taris tashyra tayja teresina thara
tyjanae vicke yulitza zainah zaylynn zayon abbigael ailis akanksha alahni amarionna annelies aqib avina barbarita betsi brenin
burris calea cambryn carolyna chaley chesnie dredyn eleftherios eleisha elek emalia faria gladie grigor guenevere hasnain hikaru
illana imaad jakell jamorris janeshia janila jontay jyron kannan kannen keelia kendyn khyren kiaria krishana lacresia lakysha
laquasia lasasha marene marshella mischell nanea nasean nowell ohn phala raphel shanequia sharlynn shenay sumedha syre tejay tel
terrius trevino trezure vikash wilmetta yamin yida zabdi zarahi aadhav abigial abrina allesandra analeise antario arnelle aryona
ayce ayssa basha bennye berenis breelle bryli burch cambrea candence canesha casilda chandrika chapel chelsei cherissa clemma
daishon danyle daquane dayanne dejane delan denman devaney eavan eleri emmamarie eryca francetta glenroy hendy icela jaleeyah
jamarien jamina jhamir journii kadeshia kenzli kiylee kordae kritika laakea ladaysha lameshia laylee letroy lianny lucyann
marqual megon mikailah mikylah nieshia noelie ordean quaron quindell ramello ranvir raydell remon rissie rodert rosemaria sehar
shaily shilynn simaya soua tavita terrez tomeko tuwanda usama vanice yachet zayvier zhi zohair abdalrahman alegandra aleric
alexsys alvon amoreena aravind askari atalaya bawi bentli bobbyjo brandace brieonna damarea dantavious dashanae devantae
doniesha doriana dwon eleshia eriyanna gabrille gaddiel gaytha gesenia glendel hassen ilario imajean jaedynn jevante joangel
jonnette jossiah jourdon judythe kelsa keymari kimothy kolston korvin kresta ladarren lathaniel laurana leshonda letetia lorelee
lumir maziah merrin nakeem noriko nyeema nyemah nyleah octa orlander otisha raileigh rayman samreen seniyah shantai shemiah
shinita shonette stellar symia tauheedah tauno trinady trivia tyiana vidalia vivika waco wane ximenna yamira zaahir aarian
adanya addisynn adom alicianna aliha amanpreet amzie aneri angee anneth aradhya boneta bresha brighten cerys chakia cheyrl
dalessandro danniella darria daziah deshonna devanee divante edeline einer evangelene evani francy gadge galena gerene hamdan
hema hermenia illyanna issis jakaiden jaquawn jaquelinne jaydrian jeroline jinelle johnathin josealberto jozalyn judeth
juliannah justiss kawon keevan kenzey knoxx koraline kyro lauriann lilja lion makaylynn markale masaichi mayrani meryn mohid
moorea myelle niajah niana noga nyaire oluwatimilehin orvetta oshae oyuki raneen raziah rhonna rickayla rickell ritta rondle
rotha rubee safina shabana sharicka shayle shekira sherion shirla silvina stanislawa stelios tameaka taysen tomeca tonga
travontae vaidehi yago yarixa yasenia zhana adilenne ahmere amantha anaijah ankush araiya arlyss armenia arryanna avleen
breindel brenee bryten caid cashus chadwin chastelyn chezney christabella coreyon cranford danashia danira daquawn dasiah
deairra donique donnice earsel edis fabianna gerarda haide idalys ignatz irisa ivann jacobey jacquette jaelyne jairen jalasia
jaleal janus jaque jennise kaiana kaleesi kamarah kayman krithika ludwin madesyn mahin makynzee mehran mykale nekoda neldon
niobe pascuala raima rameses rashay reannah reeta rendy retina rhet sadarius shakiah shawnika shyhiem stepfon surie talonda
tavyn traniyah travaughn valiant zaraya zniyah aamani abbigal amayiah arleatha asta audryna avishai avyaan babacar brayten
brendaliz brentin calianna cannan carrina caya caytlyn cherysh cordarryl cowan darnice davarion deliliah deontaye deran dervin
diontre domini duvid edwing eithen eldine ermin eveny falicity fatemah fishel garo genesi gilliam gorgeous henessy jacqueli
jakiera jalyne jams janaiyah jasaun jayen jenese jeriyah jodiann jorryn josealfredo jshaun juddson kallin keelen kennita
keshonda khadim khaleed kimblery kol kwana laksh lasharon latori leilene lewin lucindia maddelynn madelena makaiyah marisue
matsue mazal mazy meiah morning nychelle paw placida ruairi sahas sakiyah samael saraih shantana sharetha shaterrica shavanna
shayann sheronica stiven taheerah taleshia tationa timothea vahan vyctoria yaremi yaziel yazmyne zadkiel zayana abdinasir alle
amilee amyri andranik anjolina arilynn ayrabella bethania beva breuna bryse carrine chanson charlina dakhari delontae deondrea
desmen devann dimetrius eduarda elaysha emet eustacia felicie gabryela hamsa henchy irja iyani jasun jathen jessicamarie jimy
joshuan kameela kanden karlisha keirston key lacheryl laruen lashika latavius lazarius levone maidie matteus meilyn milta
monserrate nefi nikeria osher pegi raymound rubyann sayid seara sefora sharley shawnmichael sheriann sherlonda skyann taison
taylormarie tierany tiffine traeton tyechia uthman valyn wilene willett yomayra yussef yvone aaleigha ahnya alayha alfonsa
amauria ameliana amiria anamika anniebell areyana artyom arwin averianna azarion azhane barby bengie berdia brendia caedence
callaghan calven cambelle caysie cebastian chade chaitanya chalon cyndel cystal danialle darshawn dennisse dierre dois dorri
elfida elisheba emberleigh eupha evalynne evelean farryn galaxy glyndon heyden huie hyland jaiyden janaki janaysia jandi javious
jiovany jonh kadarrius kamaiya katilin kenyona kylieann lachele lacoya lannis larysa macala marjoria mattheus meeya mikaeel
natsuko neka nemesis nezar nyna pepe quynn rashee stephonie symiah tensley terisha tujuana ulus vencil vetta visente yoshiye
zerick zorina adelise aizlyn alexias alhassan alyda anjalee arrionna arshdeep bellamarie brean chandlar charman christmas couper
crysten daemian dazhane deamonte dennard dezman draken dula eduin eleaner ell elnita emira emmerie erricka ezinne fumi gabbie
gerardine gyanna hannahgrace humaira hydia iridiana izaih jackolyn jaekwon jakirah jameah jevaughn jonanthony josaphine kartier
kechia kemaya kentravious kimla kylinn ladarrion leoni letti loral ludean lunna lydian macdonald mahmud maizee makayle makinze
maridee marnae mirai miral natara nishika novis prophet rajanae ranjit refael rhylin rocko romonia romuald ryhanna samanyu selig
shakeera sharonna shaunette shequila skilynn terrilee tobenna tryniti tysheem tyteanna venida vinod yaret aasiya adaira adisa
adiya akylah alveta amaurie artesha atoya atzel aurilla aveya beya boots caedan calisa cariana cheryal cloris cosima dahmir
damyia datha davidmichael deontra diogenes earnstine elliemae estefano euline fayne fiorela haelyn hanzel imraan iyahna jaclin
jashanti jerritt jerryl justene juwuan karelly karington keanon keriana keyante khalen khristen kimyata lamarkus landynn lashia
laurens lira lodie lolah magdelene marbin marguis markes marrian mauriah maybree mehr miyako naasia nary niguel rennee royetta
rupa ruthel safira samaad segundo sherryann soundra tameia tammatha tarena tashonna thedford trason tunis velisa vincie wilmina
zailynn ainhoa akita aleja ameira amiliana amilliana aritza arlina arneta audrielle avrielle ayriel breyah calais carrson
cassandr chelcey chelly chinmay cyrene damontay danila diontay dominyk donnavan dorothyann dorthia edwyna ellsie emmalise eshawn
guliana harvin iliya isaul jarreau jasenia jazmeen johnay jonai joseguadalupe josejulian joshia jovonni juandaniel kahliyah
kahron kang karmah keland keldric kimbella kirubel kuulei lakeidra lareen latanga leotta loyda mailin mailynn markeise marsella
mckoy mercadez michi modine mumtaz mykenzi niang patsye rayson recie rishav rogerick serigne shakenya shauntee sidonie slyvester
tationna trig tuwanna tyera vane venda wen yarnell yoandri ahyan alichia annastyn apoorva aylana beonca brailen brynnan catcher
chekesha crecencio cuthbert damyen deerica denessa dorleen eliannah emie emilo fayez guiselle gurshaan haifa harace heavan ikran
ivonna jaclyne jahid jahliyah jahron jakaiya jamise jessice jonay jyair kamsiyochukwu keari keymon latorria lorcan lynora
macaila mareta mariavictoria marijose marvelene masud meilech michaline naszir nevelyn orby oreatha patches piercen prabhjot
psalm quashon raela ransome reynald rohen rubel shaquel shavonta shawnn shayma sheray shermika shevelle shuree steen stepheni
susane tallan tannar tanyon tasheika tema tericka theoden timea topacio xianna xyler yuko zaron adewale alessandria alquan
amarys amenah ameshia andelyn anelia aniayah armine assad avyukth bekim brealyn brenyn briani bridgitt britley brittanni carless
carnetta celise chaslyn chena ciria crystalann ellowyn elvan engelbert evolette henrick henryk ithzel jalonda jeffey jerrit jnai
johnella jull jullianna karle kedron keinan kenyotta kerrion kielee krystl lawan legaci leroi linkyn maelani malyn mariadel
meril michalina miniya naarah nahlia nakaiya neaveh omah osby preciosa quayshaun ramzey rashea rechel rhylen rosangelica sausha
saw seher sencere shanzay sherald shineka sosha suleyman tamey tannen temica tequita teresha thursa tiearra tomoki trigger
tullio uzma vitaly yesmin absalom addalee adelisa adja aeon alezander alieu alonia ameia anessia annalysia aubria avalene carrah
catha cheris chizara ciela cilicia cybele daiton dajha danniela darlina edmar elasia elzena fateh feven frans guerino hameed
havard herley hinata jaclynne jacynda jadriel jahel jaliel janeah jeanae jemell jenisa jilliane jorrell joseth julann kaleisha
kariem keimani keiyana kimberla laqueena lloyde maela magaby marquize mathayus metha michiah mieshia mohamedamin nickolaos
noreene olis olsen owin paisyn peni renella reyden rhena rielynn sayan sayre sebert shaquinta sheza shivangi stokes sybella
taijon tamlyn tayona tekeisha tianni tifanny trei trevontae treydon tyauna yandell yetzali ysela zaccai zerenity zerina adayah
adelae aiana aiysha ajene analeigha angelamarie annjanette arty avyukt ayaansh azrielle bolton boniface carolan chey chinwe
clevie cloyde cyera damontre dannetta dariona deepti elayah francille halana harel heer hiroto idabell ilir iseah jaeshawn
jaimes jaivyn jalexia jarica jayel jazzy jerilee jerrye jheri jinnifer joniya josearmando karris kashonda keisuke kervens
khameron khianna kingstin lessa luwanda lynze makaelyn mariadelosang mercadies metztli miriya mitesh neriyah nusaybah odas
pahoua pakou princetta rainelle ranyah roslind rosser rula ryelle sairah samiyyah savio seniya seri shalie sharronda shauntavia
shayra takako tanaysia tandrea tanmay tavious tyaira wissam zakarie zaryan aideen alantis analina andriy arlenne aryon brydan
camaryn cartrell cella dahl deicy delando denaja densil dniyah dresean elajah evania eyoel goldye hind hisao ishia iveliz
jakylah jhanae jigar josedaniel joycelin kamariya katherinne kaysin keandria keighan khani kodah kristalynn kypton lawrencia
leam legrande lenia lynia madell markees meigan merick naveya nyquan ory payzlee philipe raeshaun saheed saim shakeeta shakinah
shelbia shenea shondrea stana stevey tahra tanji tarick thetis toniesha tove usha woodruff xela yarelin zorion aarish aidian
anaelle analya anayia angeliyah anwen aubrianne avalynne aydn azadeh brave brogen cahlil caprisha chantry chrisean clanton cono
cuahutemoc daiden daundre dayrin detron dorlisa dyllin eddith eilidh emmajane emmilee emoree evella geanine glorya haeleigh
haron hilman humzah izadora jabron jachob jayelle joelly joshual jozee juwaun kadia kanyia kasmira kawthar kerisha khristi
kitara krisi kyiesha kynnadi laketra lanorris lasheika laticha lazette leliana lenoria luccas manases masashi mathea mathius
maui nareg natacia nayshawn naythen nicloe olson orra rachelann rainn renarda rhanda rheanne richardine rodolphe santosh saraiya
sarya shadman shanikka shantara soul starlena suleman suzzane taci tahji taisa takao tanieka thayden tillmon tyress veasna
veleka willford wynonna yamari yemaya ziair zymier zyshawn airiel alekhya alissah alleyne ambert amylah bodin bow brandolyn
breeona chalee charlot cheick cheyeanne chrishelle connery dagmawi eaden ekin eldena emmersen ephrem erasto fartun fernado
guerry harmani hollyanne isahi iyad jacoria jadaya jaimey jakolby jalaina jalisia janayia jedi jeymi jveon kairah kalonji
karenann karynn keshara khadir khloi kieana kieu kirtan kiyona koichi laquinda linnell luie lyal macio mandela manoah marji
maurya mayana mcguire meaghann meiko montavis mykalah naod naquisha nazli nikyla paisly pastor poet ralonda reigna remas rewa
rodarius salene savien shaely shaqueta sharifah shaterria shaundrea sherhonda silena takuya tamrah terel thadd trease tuck
tyronica vernica xara yaneisy yerachmiel zhara zyhir aengus akacia aladdin aliz almarosa altovise andreka anett anthonyjames
arihana ascension ashwini atleigh bevely bhumi briea brigg chailyn cheralyn chynah cornellius datron doneta dreden elynore ezzie
finola frankey gearldene gyan ia inice jahdai jarry jaymere jenin jerol joeph jowan judianne jurell kasten kentley khristie
khylin klair kosisochukwu kuron lamone laparis larico latrisa leahmarie leveda liese lindzie loella lulamae makail malijah
malillany mariadelaluz markeia mathan maudean mekel merrisa micaila mickelle mohanad monserath nazariah netty nialah nitika
osten parvin rayjon renaye sakara sanyiah shaili shams shareece sharniece shoni shonia shuntae shyquan siddalee sojourner
tamalyn tanicia theodoro tkai travoris trinaty upton vallen willi winfrey xitlally zigmond zuhayr alanya alecxander almus
bethannie braedin breonia burhanuddin caily carnesha catlynn caylea chandel cortlynn daissy damarie danett daquann darcella
deborh dinero dominie edinson eduar elany elvy geniya ghazi hydee iara isatu issam jakwan jaxsin jaydy jenaye jeury jivan joahan
jodey johnnette joseh judene jusitn kasch kayode kaysey kynzleigh lachrisha lanecia latangela lennell leveta lincy linnaea mady
maicee marcayla marik marilene millan mirelle morgon myldred myley naje natallia netasha nikholas nuchem nyara orvan palin
paolina philena ragnar ranika raunak ridhima savvy semya shandiin sharlena shikira sophonie stephanine tamantha taylinn tinya
ulyess wilkes zafirah aarik abenezer abygayle addilee ajaya amalio annebelle aranda argyle arlow aslin aviella aylinn azam berda
bich billal brielyn camar camilah cannen christyl cleaven cliffard coal coe coumba danuta daritza davaun demitris drakkar ehtan
elhadj ellamay emerita franck gabor geovannie hanifah haniyyah hitoshi holbert jadian jarrette jazir jceon jetaun joclynn kailia
kamayah karagan karista kenyonna konnar kourtnei kumari kwamaine lanyiah laytoya lenah lousie lovelace luceil luman maeley
malaka marlean michole mirko mirl moksha monasia monik myli nolon olita oviya pauleen pragya quenna raisha rayya rease reneka
rowene sabrea sabriel sekai shemia shunte sloka srija suhaila suraiya syrah takuma tanaysha tyreak tyrian wenzel yazaira zacaria
zoua ahlia airica aking alverto anjoli annaston arcangel areesha arshiya athleen awab axie azana beyla brynlea brytni calena
camil cashay chatham chellsea cintya cotey dacie darlisa demontray diani dinari dontrail elaijah elverta elyan ermie fadel fifi
flornce geofrey gurveer heberto hemi hikari hiliary indiyah itzabella jabes jacorie jaedah jaicob jatoya jayko jenya juvon
kahiau karmel kemontae kishaun laketia laqueshia laruth lequisha levorn mackinze mally markeem maximiano maziyah mellony
michaelia molleigh momoka morad mukund mycal natiya nicolis olaoluwa peregrine presly raymar reade rehman rileyann rumaisa
sabriyah serenah shawnya timoty tiziana tramain uchechukwu warnie wolfe yancarlos yerick ziyanna aashka adabella afra alnita
ambrie arryana aruna aveion ayn ayzia azir baraa bastien beverlyann breven cardelia clessie cottrell dalaysia dawnna demerius
deny dewaun doristine emonnie ethanjames fahima greenleigh halton hellena ivaan iyari izmael jakki jannae jaylianna jerauld
jerney jessenya jezabelle jozi kandon kassity kenetra keyshun khiley kilyn kohei korynne ladelle lavra lilac loraina lyell manna
markas marv mehek mikeila mohini moneisha monzerrath nataki nazirah nylee nyomie omunique ovide ponce quentina quita raylea
renesmae rishita ritha romir sanjna shanira shantaya shuntel sieara suresh suriyah syenna tearia temprance tereso tiaja toniya
tracer valeen vasili vasilisa virat wania yacine zuma aditri ahri alaira almendra alsie amaryah aneliese ashwath averyana azlee
basir batina caileen camira camyla carold chala corisa coulton dajanay damareon danaka daveigh deleah deyna elisah elster
emireth erabella farmer fountain gwenlyn harce ilian isabellamarie itha izzie janilah janos jaxiel jeanni jeorgia jessic jullisa
kaizley kelsha kenedie keyaan kinsie lacora lashuna lexandra lilu liviya mabrey mackenzye madalen marializ marieme masiel
mckensi minal peightyn porschea rayneisha rhodie robey roxas sanjuan shamarie shamina shaniquia shelbylynn sherel shermeka
shynia sibbie silus sitlali suan sukhman syaire talli tanaka tenicia tiffay tima titianna tyr vickii virtie warda xaivier xue
yalena zakariye abanoub abdiaziz abiageal adlean aerion aidynn aiyannah alenah amyr areen arend bannon bernese bianna braxden
breken breyson bronsen brunette bubber buryl candon cardarius cayton chiyeko darriona delrose demarquez desarie dreon earmon
esaul frandy gabrian geovonni hadas halayna hazelene izzabell jamylah jessah jilleen josalin juanna jumar kaulana kaziyah keah
keyairra kiegan kyion latravis loranzo lyndzie macrina madelline madoc makilah marvelyn mckinzy mikeria naava natelie nimsi raha
ranferi rozalia salia shakea shakesha shakirra shalah shayde sigismund skeeter stran taggert tahari tamerra tashiba tata
thaddeaus thalya tranell tyrail vallarie veverly winnona zacchary zierra zolton zyairah zyiah aadvik adonias alga amea analleli
anelis aquan arra arvle avenell avriel ayeisha azavier cleaster coalton darene deniqua dessiree ellianah emunah evoleth falan
fallan gaje geisha hagar jalesha jamariya janiyha jaria jeany jillayne joeanne jolleen juwana kadar kaiyan khalin khamiya kiril
laityn lazariah leanette leeasia lexiana lillyona login macky maddock madysyn makelle makyle marigene masae mata mazella mckyla
mega mekaila michall momina momoko nayzeth oluwatoni ramil rayette rhondalyn rishawn sagrario sanyla savaughn shainna shaquon
shelise sigmond solly suetta suleika takeesha tawania tenishia tiffony tinslee trinty tyrika verble vergene vernestine wataru
wrenn xeng ziv ahjanae ajanay allix ameka analena annalyce athol averyanna barnes bazil bettylee branna chais chinelo christasia
christianjames covey cynara dali dariann delainy delrae deltha deunta dmonte dorell eilee eltha eulanda famous gelene gera
gerell haeven harla indalecio isami jabre jadarious jahquez jarris javanna jayanth jayleah jedaiah jenevie jenilyn kahmya
kashish kees keiji keijuan kery kethan kingdavid kiondra kissy knoah kyliana kyriakos laelani larron latanja latoy leidi lelaina
leven lilianah lilliah manuelito markela martasia matalie michalla mikayah munachimso mykeal nastacia nickola ninnie orvie
parneet pasty paulanthony rayley rigdon rola rondalyn rosali ryaan shernita shion sladen solan sorina stephaie tamyka tariya
tenae therasa tyshea yamina yoskar zameer adlyn adriena akeylah alioune alizeh alyxander amarylis anhthu annalynne arrayah ashan
athene bani bhakti breane briselda bryah bryor burnadette cathyann charell charidy chasady chez chrishonda cionna clorene
cosandra cybill darriana deaken derya dezyre disney dover drianna duante emmajo eylin faizaan fruma future gailyn heddy helios
ivelise jamelah janann jermiya jetaime jing jmarion juanette jumaane kadien karelyn karne kashae kennede kesa kimbly lavene
layali leaman lineth linnet londan mabeline maclane makalynn malan marquie meghen micalah michaeal miia millena mimie moet
monifah namita neesa nicandro nikoletta nishita noele orvell owynn pema phuoc phylisha phyllicia rajvir random rashia rashika
reisha rendi rhandi roderica ronne ronnika sadeen safi samiksha sanaz saree saren saysha seynabou shahab shaquanta shaunita
shital shizuo taequan tandre tecla tephanie terriah teva tiawana trentan tyton urie velencia vonte windie yamen yasmyn zaley
abbagale abdulkarim abdulwahab abrey abyan alizia almee amyrie andora angeliah anikah arayna areyanna aryella ashyia aydrien
bravlio brooklee cabella cable cait calil caree cedrik chakita charels chigozie chin chivas clayson cordera crislyn danique
danis dannel danyl deborahann deitrick delorese demetress demitrus dyonna eirene elky fredderick genavie hajime halford icesis
icey isaly jacqulene jakeisha jaquille jeramia joslynne juliani kapil katheen kaysea kayven keanen kelty khaniya lagena laquincy
lekita lopaka mairyn malayasia marabeth marcquis marenda marlaysia marri martavia martrice marveline maryuri million naara
nathanyal onelia pike quinnlan quinntin raidon ramatoulaye randye rhesa ricquel roneka ronnica rosea rosealee sanjit sarin
satoria sevana shalondra shoaib shreyansh skylur smita stachia starsky tanai tanielle tiamarie torrion torsha tredarius tresten
trinna twylah ulice ulys xai ynez yuliet aarionna adonys aedon agron akesha akiah aloura alyze amiera aniella annalisia ariatna
avianah azai beckem brettany britanee brityn caitlinn carling chosen derriana desirie devereaux dolce eddis eeshan ellina emonte
erienne evrett feliza freddi garlen gem germani giulian glendine grae hyde iam jadalee jaeceon jalayia jarl jaydis jazarah
jonluke julen kalev kalyan kazumi kerianna khushbu krimson kyilee lakeem laporche laria laureano laymond leani leanndra lilyahna
linday livian lomax malic maquita masayoshi mathhew meggen melisssa niaomi nimisha niza pranathi quinlynn quinne radek ramez
ramyah reathel rennae rether rosmary rubens santhiago semaje shamila shanard shawndrea shaydon sheera shwanda sie sparsh
stefhanie taneil taryne taseen tashan tavio tiwan trevyon zaydyn aashish abdikadir adamarie aily aimi akaysha akhilesh allis
ananiah anjelo antavion ashaun ashawnti atalya aundreya avantae behr bertran bilbo bitha briena bunyan carime cejay chalene
chaniece chaselyn cherica cherine cheyan cortana daisuke dajuana deavin deyonte dorothia dreana eldar eldrige ellyce emaree etoy
evamaria evanell ezariah gerica greenly gurman hilberto jacole jacoya jasiri jhovani jodette johnye juri kaliann kaydie kaydra
keiyon kinan kortland liberti lulia marguerette maykayla meria merranda merryn michille mirage miyeko myrakle nakari nashali
neysha nieve nikkol novelle olumide pratyush rayshard sadler santasia savahna sedra seham shenica siddiq sorayah stephaun stesha
tavaras taysom tennile tyffani tylisa tyrina tzion viann waneda wasim yarexi yoali zeek aberdeen ademola ahlaya alif angeligue
antuane apryle avea aviendha berley betzayda braidan brason breniya breylan britlyn candita carlia cassara ceciley child cloy
corgan corretta cuma daionna dakiya denvil desia duchess eliette enas ewart felicidad haddy hurshell ivianna jahred janaiah
janthony jayjay jelicia kadian karmela kayd keimon kelita kemiah kendarrius keyari keylor kyliyah kynzlie lasaro lawrie
lissandro lusero lynsee macarena makaiah marcelia markevius marvalene menna merric nejla nephtali nichoel nickolette pavielle
ralyn retaj rhiann sael samai seleta shanessa shivon shoichi tacie tasfia tavonte tayllor teagon temesha trameka tyneka valree
veora vinal yarelie yorley yussuf zakyia zani aleni aleyza amazing analycia anapaola anthone antwion ardine arhum ashrith avarey
aviyah bettymae biannca briannon burnham caliya chivonne chiyo creasie damarri dariusz davaris daymeon debar delawrence deloyd
dequavion dorotea eilyn farrin felcia freada gabrien gaelan icel ineta jahzir jaimin jamesyn jaquesha jaynell jhair jizel joyel
kache kadey kalima karysa keamber khamiyah kimyetta kitti koron korver kwamane lanett laquentin laquida lendy liliah lille
lionardo loanne loribeth lorilynn malaisha markiyah marquist mazi melesa milady myleen myliyah newel nihira onur regginald
reshaun rhyland rilley robben saqib sartaj sherriann shivan sonika syan tamkia tanina terrall terrisha tobechukwu treylan twain
tymarion valta vaunda wyley yonna zeffie zelena addley ady aldwin ameri andoni andrewjames antolin apurva ashvik aswad brainard
brielynn brithney cadel carols cele chamika chelbi cherylee dannae derreon detroit diala dniya eldene emeree emyah farheen fumio
gavinn gelisa heavin heli hisashi hiya ho jaesean jamarl janeann jef jenisis jerriann josep jovaun justun kahleb kamoria kathyjo
katniss katrese kenndra ketty keyasha kyeshia kyvon lucciana macai marchel maryna maxmilian merlina merrianne michoel minola
miquan mort munirah nashayla natalyia navah nekhi nicholous nyaja okley priyal raun rihaan rin romaldo rustyn saharra savanha
savannaha seaver semiyah shadasia shahana shahed sharnay shatha shealeigh sherilee shoji simara srijan taccara tag taydem teleah
trestan umaiza valoree vian wendle whittany yalexa yanin yaretsi yousaf zlaty aaira aashritha aliviya aloise amali aniza
antwione ardel armari arrabella ashantee aspynn atwell ayanni azalie berklie bijal brittnei brookes bryndle cayci challis
chalonda chanceler chanley charlestine chealsey cheray chibueze chyan cierria corneisha czar danayah danylle dare decklin demara
denai detrich esias feleshia forrestine gayathri giordan guida heike hulbert ifeanyichukwu ikhlas ingri jaiveer jalilah jennfer
jermanie jessina jovin kateryn kathleena kavari kayia kayveon keiondra keta keyler kohana kyriana kyrstal laqueisha latonga
leniya levora lister lulabelle machel madlynn maicol mallissa mariesha marnisha marqueze marvion marylon mayfield mordche mylani
naliya narvel nuh olon raevin rahcel rebakah redding renise ryin rynn sameka seville shaunee sheletha shevawn snyder taliesin
tanav teauna treyvin trinidee tryce vianny whittaker witt yaeli yogi yolandra yordan yue aalaya aalaysia ahlani alrick amberlea
ambry anastasija anuradha ardian areon argel atari atzin aysel azizah bana barett brandalynn breeonna brekyn brenn calvina caly
cecia chantrell chardai citlalic correll danean delita devaris dontasia dub earnestene forney georjean gerturde gracianna
gwynevere hae hanalei ilamae jaiah jamarquis jaydian jefte jehiel jennavie jhoselin joaovictor kairy kaityln kashius keliah
kinesha kingslee lilo londin luverna lyndle madicyn mann margaruite marieanne matyas meer mikhai mikhala morgin nene nickcole
nikyah odester odilon olivine quanetta quency querida ripken roshard samarie samik shaquile shellsea shley shyah suhaan taeja
taisei tamani tamecka tamee taneal tirsa tjuana trashaun vanden vannia venissa vinayak willeen williette xavyer yotam zakyla
zavia zebastian zhuri abrham ailah allea amisadai anacaren antino audryanna azavion azazel babbette brayen breylen cameshia
ceferino chablis chauntae dashonda deidrea dequante deshara desyre doye ege enrica gabrielly harsimran idelia isaiahs jaecob
jaely jahon jayant jaylena jaymir jazier jes jessicalynn jhanvi jillann jobina jonavon joniah joshawn josuel kahley kairos
karalina karanveer kasir kawena kazimir keidrick kemaria kie kimon kirstina kirstine kitai ladaja ladonne lakethia lakie larin
lavalle leelynn lexii lil lurleen makensey malayjah menaal mervil minie morganna nadalee nayeliz neira nimo noris onesty otillia
paulena persephanie priseis quanika raden rein rhilee saharah salimata seaton selyna severn shalae siddhanth sola sopheap
taimane taneia tasheema tesean treshun trinetta tsuyako vedha victorhugo vitor wynonia yacob yacoub yiselle acelin adiah ailana
allin amay anelle anjanae arinze arlander autumm axavier ayano cathye cenia chaden clarece claudeen cortlin culver daemien
darleny darrie dartanion deejay derra desmund deunte devaunte dinisha dontrez eddi elai elga evalin faatimah fergie hazelyn
javohn jazzie jemila joselynne kambryn kanitra karolyna keiandra kelvis kenniyah kenzel kewanda latavion leily lekeith lendora
leonilda loomis lorenna malekai manus marianita maricus marquiz mehkai merdith meygan milon natash nekeshia niala oneka portland
quasim rafel rien riyansh roshana runa ryosuke saniyya sarahlynn secily seith selso shakevia shalawn shanekqua shantale shantice
shelanda smokey sota sriyan suda taela tamirra tanique teniqua thersea tjay vishruth xylon yadir aaliayah adiba alamin alecea
alver alyria amarea ammi anairis anajulia areal arijana arneisha aryav atisha ayuub bence breta britania carliyah charlis cheyna
cinch cleburn clodagh collan custer dalayla daysean dearia denya devanshi dorr edilia elania everhett falana felder francys
fryda garison gatlyn ghazal grove halah halynn hever honest infantof iyania jabaree jaskirat jasmond jendayi jezlyn jolyssa
kaleiah katalena kataryna katheren kayline keshonna khiem khyleigh kinisha lailyn lanijah latysha lichelle lillieann loriene
lorrane manilla mattelyn meric mikita namiah nandan neeta ninoshka ohana olivene phat ranbir rexann reyhan sanjiv seira shahrzad
sheritha shrika simrat siyah sua sylver tanikka tehran teion thailan timmi torryn tzippy veona vong yeva yomira zayley zhanae
zsofia adalay adeja adely aerionna akaash aliea alvilda alyssabeth anatasia andrus anitha arneshia aryaan aviannah ayaat ayyan
azaylia beatryce brinae brittanya callin casanova cashlyn chaitra charda chaunda clarion coyt dafina daimien decorey deddrick
devario devony elantra elizabth ezma fauna fin finbar franciscojavier galileah gloriajean grayer hager hamzeh haston hau havish
hiren jaevin jalaiya jamacia janiylah jasminne jaydalynn jaylina jaythen jojuan jozsef kacyn kamaryn kandiss khaza klover koki
kyriaki laconda laronica leul lima linsie lurie mackson macrae maddeline malary malita marsi melizza mercury mida mihail misbah
nakhi namiyah nyaisha nyriah ogle osmany oziah patrese pelham rakesha ramani rhone rubylee saahir saesha saifan sanay sava
shadaya shaquina shawneen shawonda shiza siler sujata sybel synethia takeysha takiera talibah tanekia tarshia tecia toiya tomoko
trenyce treyten tsugio tysheka unika yarimar yaslyn yosmar zayin zennie zivah aadan adalei akshath alka alvine amandalee anshu
anyelina aqua aracelly ardenia arish becci benjerman bobak brandonn brightyn brodin burna clova cordarious cozy cresencia
damarien danilyn danniell darrelyn daryana dawnisha debe dequavious doha donaldson dontrae dragon ebany edenilson errika fiora
gilmar hadessah hadja hajer hanifa icker isahia janyth jdyn joal kaijah kanasia keen keina keiondre kensli kiffany kinshasa
kiree kirtis koben kyce kylani lacreasha lakeisa lanson lawsen leightyn lenzi leocadio lexxie lijah magdalina mariyana maycen
mayuri melisia milanna milayah mileydi miro myndi navil neleh nicolae nikolis nil nkenge ocia phoenicia rad raivyn rashied
reilynn renley renly retal rexine ritamarie roseland ruthia sanja sarabi seyed shanaye shavelle shiah shonita sostenes sreeja
srihitha tanith tannie taraya toben toniqua travonne treyven tyniah valin veleda venera yalissa yosiah zael zayanna aamya abrial
adrieana alazar aleysia aliyanah alphus amaranta amitai anacarolina aneisa aniesha annaliz annasofia annina anuja arsenia bralon
breckan brecklynn brettney calaya cashis cheila chukwuebuka conal corran danarius denajah dereona edgel edilson elliyah eulamae
everado fairley florenda francyne gracynn greene harlym hattye ilija itay jackelynn jalyiah jamear jamiesha janiene jasraj
jasslyn jemarion jennessy jesicca jiovanna johnasia johnothan jolita juliany kahlie kaide kameo kamilo kamyrah kathalina katiya
kimiyah ladarien lakeishia latish leenah lenix lillah liticia maikel marguriete marquasia mellonie mischele mollyann moritz
mykeria myrikal nafisah neveen nicholaos phallon qusai raysa reace reeshemah rickita saryiah sharnetta shewanda sitlaly swanson
taige tashera teiara tekela thomos trelyn treonna treyshaun xxavier yaacov abigaelle acasia akoni altin amabel anastasya anaysha
anzley ariaunna belenda bion brigitt britnay broghan burman catalia chalsea charlei chavela chella chiann chun colleene daemion
dailin dajai dariane elainah emony erilyn evart evolett fantashia furkan galdino geniyah glorian gracious gratia hetal hiep
iasha jachelle jacquise jameek janei jaquane javarie jonea kadeisha kaetlin kamarian kanishk kanyah karlisa katalia kathlee
kaydynce kaylib kelwin kenidi keymora khush khyron kinston lakiah landrum latrail lavarius lavilla leanny lilleigh lowana
lucelia maico makaley malai markala markice marrell mashonda matteson maximina mayerly mckynna morenike mouhamad nelsie nevyn
nivek norena oluwatoyin omaree ondra paydon ramata ramsha ranie royann samvel saryna sham shaneque sheyann shiquan shiron
skarleth stela tahje tanyiah telesha terilynn toris tyaisha tyrhonda uzoma valerya victorious yailene zeanna zenya zhoe ac
adaisha aliese allesha amalee amarrion antowan anye aracelie asalee ausar benicia beonka bettey blia breyer brysan cardale
chalisa chamya chrisha chrisma coben colbe conn coriann daril deitrich dempsy dianelys dontavia dorna dreux durelle eldoris
elhadji elianne elide ellarie elverda elvi emauri glenisha grantland haizley hildagard io isbella ivalene jahbari jaquann
jecenia jhayla jillane josia julez julianah kamalei kardell kashlynn keddrick kelijah khila kioni kleber kolbee kron lacye
latissa levaughn liliani lind luvena maame mackensey malaiah mariena mazey merville mithra morayma nashya nastashia nera niquita
paylin petina providencia quantasia reice richards rindy ronith saje sajjad sallyanne sayyid shafer shafter shakerria shanera
shanvi shaquera sharnise shatora shavell shawntez shelie sylwia tallis tamsyn tasheem tayvia teosha thaxton tija tomothy
tradarius trana travonta welborn wladyslaw yassmin yeily ysabela aavya adebayo ahsha alondria apolo beyonka braelynne brayli
breckon brendi brinklee brittanyann bryanah cadey caellum carlicia casara christopherjohn cyprus daemyn dhiya dotsie elgene
emary emilya fabrizzio fount fujiko georgenia geraldin grayton gunda hargun hershey hodaya hubbert idonia ilee imagine ireoluwa
isabellarose itzamar izzak jaiona jamarii jameila jamesen jamilett jandiel jas javelle jerriah jillisa johnchristopher kajuana
kalese kalven karuna kateline katora keeon keirstan kemonie kileen kiora lailany laporsche ledarrius leontae loneta loreena
ludella lummie lynnox maanav mahaila mako manreet margerie mattheu mead minetta mosella nakeysha nakkia narely naylin nazifa
neelah neeva olivianna orean orvile ovetta pamelyn quamel quatisha quida raeonna rahi rahima ramonica reene roczen ryer saathvik
saide sanari sanuel satoya sejla shahida shakeita shaquelle shlonda sholonda shyna solomia tacari taffie telissa terryann
tieasha topeka tyhesha tyyne vayden vernor vincen vuk wanell welda xee yarieliz zanylah zarif zionah aadin aadon adedamola
alexios amrie andrya assyria aubrionna aydien beyza boykin brode casha cataldo ceasia chianna chirstine circe countess dailan
demarkis elanore emalea emmali emmons ferrin floyed garek gid giomar haly honestee imre inola issaih jaiel jakita jakota
jamerion jannatul jaton jeiden jontez joscelyne jovee juliahna kabao kadasia kahlani kalkidan kaniel keaundre keimya kennley
keshona keyanah krystol kylian labresha ladavion lakyla leianne lilyian linas liron makiyla makylie marianny marieke maryjayne
mashal mayling mayre meriem messina milea milik mitali montarius nazaire nikky norelle nyeli olyver onda owain pharrah pualani
quantarius quantisha quinita quinterrius raji rasheka rayane reilyn reyaan runette sabrie saphyre sayward schon shalan sharmel
shatonia shawnelle shivonne shonya siniyah sipriano solina suriah tagan tekeya teniola terralyn trenika treylin tykel valerye
vika voyd wahneta xachary yuan zi zimri zoeann zong adean ahmia airis ajamu ajanee amarria amybeth anagabriela andri arcenia
aroush auset ayaana azyah azyria belvie bettyanne bomani brandilynn caci caran cathlin cecylia charitie chief cleburne criston
dailee damaree dariush darnise decarla delphin denina deuntae dorinne durante ejay estephan evalise farha geanette haliyah
harlea haylynn irbin ithan jackalynn jaelani jaena jahmad jaidev jamarea jamice janaysha jaonna jaquasia jasime jerianne jerlisa
jery jhordyn jisele johany julea julicia julyanna junko jurline katanya khamron khoury khrystian laniesha larosa lashane
laurelyn leaf lilyona lio liona lorynn magdalynn margeart marl marlet marquest marthella mckinzi mohmmad moyses nattie neave
nishtha nitara nuno onyinyechi orlandus paizleigh parilee phelix porchea raianna ranulfo reford ronniesha salisa senovia shaasia
shalaine stark suren swayzee swayzie taiquan taziyah teale thoren toleen trammell trelon tymika vitalia yaritsa zacharius zared
zyrell aalyssa abdulkadir addaline afsheen alizey anasha andyn ariday aunya avey bartt bereket bertel briawna briunna brix bryne
carely ceniyah chestina crickett cyenna dahir dahlton dazha delisia dylyn eisen elvenia ethell evanny evellyn evvie ewin flara
gleb gottfried hadli halaina harneet hayzen hjalmar idil itxel jahlon jahnaya jaleeah jamerius janavia jaquanda jash jentzen
jessieca jewelianna jovann jsaon kada kalim kavitha kennidee keyatta kili kimmora kristyana lateefa lavine leomia llewyn lounell
lyly makenize makhya mancil marchia marsia marton marypat michaelpaul montravious muadh mylez myshawn natsha navie nolton nury
phynix quandre rickesha roiza rosielee ruwayda sakae sharesa shatira shylin smaran sohil sophiagrace sophiarose suvan taetum
tanee tanicka tarig tashanti teondra tniyah tuleen valeriano verlaine walta win yanelle yolette zayli zeric zoejane zyad
aaleeyah aayana aideliz aleanna alejah alezandra aloysuis amariz amnah amunique anaclara andric andrius antwonette ashaz aubrynn
aurorah awad ayeshia azyiah bailynn balthazar bartow baylynn beatric beaumont breniyah cailah chelsye ching cina coner
cordarrius deanette deidrick delainee demitrios deondrick deovion dhanvi diavion dimetri donterrius dorethia draeden edker egon
ellarae ermel erum ezelle farin hartlyn hiyab huxton idriss ikey irlene isaack izaias jahnai jahshua jaiyla johathon jowanda
jream kable kallum kamaury kashus kellina keymoni kiko kimetha kirandeep krina kristiane kyleeann laneya lavana lenardo libbey
linetta lirio mairim mashelle matas mercia miasha mykelle nataline nataliyah noheli oluwasemilore paarth patryce poseidon posie
quiera quindon racquelle ranetta rangel rasool raydel righteous rihan rithwik ronnae sacoya senya shabrea shamecka shandale
shaquayla shatarra shulamis shuntay sinaya solmon somalia suprena tadan tajee tank tarae terik therma thorvald tiajah tiyona
tonjua traevion traxton tristram truda tylek tyniesha tyronza vincenta virdell willman yossef zaxton adaliah addysyn adelma
akeema ambers anael aoki arabel arwilda ashey aydden barbee caleigha capers celisse chevette chrishana crixus dabid damare
darchelle davari debbrah delailah demiana elick eulla ewelina farra felma ferron gaetan giovanne guila idaliz ido imir itzamara
jaanvi jaasia jatia julies kabella kahleah kaitelyn kanae katelee kaushal kelven kenijah kevona keyoni khilee khiree kiira klyn
korrey kosha kyung lakaisha latravion leylany lucendia lucion madyx makayli meily merleen messi miku moon mylik najat navea
nayden neithan nikala nioka noraa oliviagrace omolola onesha pilot rasheema ravindra remer reni riko rocquel saagar samanthan
samba santoria shadie shanetha shaynah sou sreshta taesean taishawn taiven talvin tanganyika tavaria taviana timoth trask trenee
tsuneo ustin vedansh wilmarie winna yuette zeba zorianna aashrith abbagayle addasyn addysin aleaya aleayah aleli andreal anitria
avondre belkys blaiden bradee carnie caroly celedonio chijioke chino dejha drako duha ekta elisabel evaleigh fionnuala frutoso
gizzelle gladyes gretna hanadi herron ibtisam imaya inesha jacora jakarie jamair jazminn jernee jesper joda jury karesha karess
karletta kataya kattleya kayzlee kelsye khaliel khamille klohe koleson kripa kru kyrielle lason layney leiliana mahreen mairany
manmeet maor marcellene maycol mialynn milderd milynn mirjana monterrio mosie muzammil myking nikelle nyron quintavis raevon
rakin rosamae rylah ryot sameen shalay shetara shonika solae solita starletta syleena syrita syvilla taiyana tarnesha thailand
tommey tonnia tyland tylerjames tymier tynell tyquarius tysin uziah vali valyncia yoceline zymire adeleigh aibhlinn ajahnae akya
alexxia alija annaleese anterrio arienna arohi arriona bahja beretta cadince cahterine castulo clavin coyle cray crit daijanae
darrek darryon davinci dayvin dazaria denelda denora deshanda desiraye desirre diora doniven ellason ellesse emilianna emilliano
emmaleah erza fizza gerrianne greogry gresham gustie hamna harbert idonna jacobus jarmon jataya jenniferlynn johanthan joleah
jontue jove kamy kasarah kaylenn keontre khaalid kinze kohner kordel labrina lafreda lakeva lanina lokelani luiscarlos lyndol
maclaine makylee malyiah manolito matsuko mikle navada nyajah orit osmel particia quy ranald rastus refoel robson sahmir salle
shabree shadrack shantil shaton sheyli siniya spike sunya suprina taiwana tanazia tavonna tayra veralyn vonzella whalen winni
xariah zaleigh zanden aaryav aayansh abdoulie adalid aiyah allahna alyanah amyre anaija aroldo athelene athenia aunesti avilene
aviyana bertine bralin breean brenisha brittian brittley caliber cashe chanc chanti charina charlissa charlottie chenae cheveyo
chibuike chibuikem chihiro cythina dajion daphyne derrall derward devynne dezhane dhana dianca doranne duell dutchess elaya
erhard eshani frazer gerik gianelle govind hanae hikeem idrissa ilina jaan jackob jahmia jaquavian jaquese jaymarie jennene
jenniferann jermery jhace jillana kayleana keiston khaidyn koray krystn kymia lamis layson leomar lexander lilinoe lyrical
lysbeth maansi madisin maeci magally malicia marissah markevion mayley mignonne mong monicia navraj nohea nupur ourania pape
peachie rabab rawn richel rikia rodgerick salahuddin sanaiyah sanjith serrena shadavia sharine sharlett sible skylier
somtochukwu sonnia sruti sunaina tahtiana tanairy taraneh temitayo tiffanni torrez tryphena voris zandon zaydrian zaylyn zelig
zeven zymarion zymeir adesuwa adeyemi adreanne aftan alassane alroy anisten anshi arnice avyay bhavana bita bronc bryauna byard
byford caeson camdan chantea charne chelbie constancia cortlan dago dareion dayven deardra deontez dravon dusan elijan emine
endora ezekeil ezmae fardeen gazella goble helia hernandez hilery hollan hollister isaiyah iylah izacc jaja jakory jarious jaydi
jaymond jazma jazsmine jemya jenesa jermesha jernard johonna joleena jyden jyssica kahle kahlee kameria ketzia keyion keyshawna
kraven kruti kyira kymiah lache lamyra landi lataysha leba lemoine liala lilyauna lizbett loveah mahogony maigen marisah martise
marvena marzelle mattalynn maty melaysia mikaele nahima nattaly nikcole nikeshia nillie nolah nyonna philisha quetzal rayni rhia
rockney ronte sargent shadana shalika sharonlee shayon sherryll shima siyana soma stpehanie sundiata tajanay tallyn tarini
tarrie tavaughn tikesha tinaya travor twala umeka vue weslynn yoon zaia zoiee aaliyan abdulhadi adden adelheid aelyn aeric
alanea alano albirda alexiya anaisabel anes anushree arabela areebah armarion arneda aronda ashonte athalene athaliah audrena
aunica avacyn baneen benney bleu brylyn cabria cambre canuto carizma cassadi caylei chasmine cheo cheresa chrisotpher cova
crosley cythnia dacotah davyd delayni diamonds dorlis eimi elaria emmaclaire ercie eunie ewen fendi ghada goran gurnie halvor
harim hedi helyne hitomi hymie icess jacklyne jacorion jahden jahmani jakyrah jazsmin jefferie jhostin jullia kaileena kaliope
kanija karielle karmina kaspar keison keziyah khyre kyreese lailee lakely lakeyshia laquon leshea leshon levana lilymae lynisha
maghen maloni mayline mayrene mearle mehtab mizraim mliss nandana nashea nedda nicolet orella radiah rajat rayansh remmie reon
rosalynd royanne ryian saia sarissa sedale shaivi shakyia shalona shalunda shaquela shaquisha sherlyne shuna ski tamasha telesa
tildon tine toluwani tomicka woods xhaiden yaniris yarielys yasaman yeny zawadi zo aaliyana aarilyn aaryana ahja alayasia aliou
alyla arvada aury awais aydian ayeden berel boluwatife breely brendolyn brentney camelle capucine ceilidh chairty champayne
charmon cierah dachelle daiki dalaya davarious deannah delquan deysha dink dondrell durenda eeva elber elveta emmanuell emmogene
euva evangaline fantasy galit garan gargi graciemae harleyquinn iness jadamarie jalexus jaqualyn jaquayla jariana jenavee
jenesys jeralynn jermeka jersee johnika jorita jowana jyra kaisey karilynn kasheem kerrilyn keydi khaleelah kierstynn koden
krisna lailanie laporscha laryah latonyia lauriana lemond letzy luismanuel luma lylianna lynard maclovia makahla mando marg
marijke marquin marvon mavric melainie merland mikele nahzir nimrat novice olof omolara orpah poetry preslea ranen rayhana
rexanna rimsha rucker rudean ruven ryelynn salar schelly shaleta shaquella shlomie slaton sneijder taevin takeira takhia takiah
tarvaris tavarion tereka thorsten timica trew vayla vincenzina wasif xareni xoie yomaris adreona akaya akyah alencia alsha
alveria alyzae amario amayrany ameli ammanda anderia ardra ashawna aulton axelle azarria basem beza bradden caleen camera
chamberlain chariah cheridan daianna damarko dejay delance domonik donney dorrien duwane dvontae dvora ebonye elener elliet
ermalee esiquio evadna ezechiel ezrael fard felicite gayna greco hamsini herberta hiilani itzy jaanai jaleeya jaleiah jaramie
jayr jazzmon jennifr joelee jonavin joreen kafi kaimen karcyn kenidy kenora keval keyle khylei korby kymberley kynlei ladarrian
laira lajeana lakesa lashunta lataja lateia laurajean lavaya leisel lott loxley lynnel lyrique mariabelen marquasha marsheila
mayelin mekisha ninoska nyellie omeka omere plez rhina rishit romanda saiquan sair sante shantika sharilynn shawnique soley
taichi takeyla tomma totiana trenita trinten ugochi vaani valina venkat westlee yamato zaim adaria aliany alleta anedra aradia
austina azuree benedicta bessye brace brandol caliann carleena carriann ceniya cervando channin chantella chareese cherrise
christna clotile cordarro cortavius dalissa dallys dandy darsi delancey delmo demarr destenee djeneba dulcey dylynn ecko emmry
erasmus erryn etheridge gelena geryl glenyce glessie ifeanyi ilayda indio issiac jayvan jeffree jehieli jem jimel jonaven
juliyah juma kaedance kaiyden kavian keiandre keiarah keimora kemyah ketrina kizer kyen kyndahl labrian labrittany lachina
laelia laiana lavaeh leahanna lemonte lorrinda lylee malcomb marieliz mayzee mccabe mekaela melaya mico mikaia milika miria
mykelti myreon nikira nithila olayinka praneeth ramal raschelle reason rinnah rodrigues sacheen samin scottlynn shalandria
shaliah shamela shannia shanquita sharad shevaun shirlena solangel takoya talayia teejay temprence toluwanimi tyliek undray
valine varvara verley violanda wiatt winefred wladyslawa yariah yashar yassmine yobana yovan yurika zavannah zebbie zhaire
ziasia zinedine aarthi airyn aithan akif algia algis allenmichael amdrew analysse angellee annsleigh ashantae ashlley attikus
baeleigh beola breklyn breshay brynja cartina cas celvin ceria cerita chandell charmeka chattie dalma dameer danyetta danylah
deletha deloyce deneane derec dorianna dyesha dymir elford embrie emmamae etrulia evelette evona felis gianah glenden glennette
goldman hopie ismar izela jaleisa janequa janit jany jaylyne jessilynn jie jomarion judithe kacelyn kaelea kahner kare karell
kashina kasiyah katianne kayceon kaydenn kemara kimika kuper laekyn lamarco larrisha leelyn lidiya lillan lillar limuel lorann
madolin mainor malashia manami marcele marcelis mariapaula marijah merriel milferd miloh miraj mirela mitsuye montzerrat murdis
ndrew neythan nikesh noelly oiva osric pavlos qiara quamere ranette rejoice rotunda rukia sadrac sahith saraphina satrina
shadawn shalicia shirle shray shriley simrin smrithi soffia sumedh takahiro talishia tatsuya tayjah temisha teonia tniya trayven
trek vernesha victorina yania yannet yarithza yun zlatan zyona aashir abiha adamae adith adreena afsana amarisa anadalay anaika
andriel angelyse annye ashwika auren aycen barnell blyss brytney cambren cederic chazlyn christopherjame clee darletta dayannara
deiontae demetres donyetta drevin eevee ellizabeth emmory etana guynell hansini hesper holleigh isaid itali ivanell jaleea
jamala jamillia jaqwon jasaiah jenet jerni jkayla johnavon josip jylian kanav katria khalee khamila khristin kiamesha kimiye
korde labella lailynn laronn larrell lavontay lenyx lilliauna lisvet lizann lizzete lovel lynise lynnsie makaelah mardene
marionette marlos mattis meral meredeth michie muriah nathanyl nicoles nikai nocholas quintara rachard ramandeep reia rett rilen
roniel ronnita rowin rushton ruweyda sakira samariya samauri savan semaya shaft shanoah sharisa tacia taiten takyah taniela
tekeshia thedora tierrah tracina tramya travarius traye tuere uno vandella victoriah willys xana yessika yuridiana zamani zamier
zyren aariya add aften ahilyn ahmadou allexa amaka aniqua antanisha anzal ardit arelie arnol arrian ashyra athalee audris azarie
betul birdena blessen cerria charl chatara christiona dakia dametri derrico deveney dirck donja dontarious dyshon edee eknoor
emer emersynn flemon franchelle furious genean guage hara hawke houda ikeya ismahan izyan jaline jasten jaszmine jep jesua jiah
jilliam jillianna joden joseff josehua joyia kaho kaimani kashtyn kayani keawe kenaz keondria kerline keyira kimley kire kiyo
kohler lareta lauralynn laurrie layci liandro lilliona luv maicie makaleigh makenly marchele maryori mercedies meshawn milanie
montford montrelle musette myosha nancyjo nashton nayanna neilani neiva nevia nyari nyelli ojani oliana palyn pamlea parrie
parthena prima quantia quinnley rahmah reianna reveca riese rokhaya rosan ruxin saben sahiba samani satsuki savalas savita
shahir shametra sharnee sheralee skylynne spyros sufyaan taejah tahsin tayli thelton timberlyn tomio tonji trevaris truxton tyde
ulas viera wanona yanick yarlin zacharee zanita zarielle zebulan zorana aamori alejandria aliani alizaya annikah arabell argelio
athanasius aylyn bobetta britainy briyan brodric charmelle chaunce chereese corleone cyriah dareld davionte deina derhonda
dontavion dontravious drae drezden emmerich euretha eydan fable geneal geoge gevon haevyn hendry hidaya hridhaan ismelda iwalani
jacarius jadakiss jag jahnessa jaliza jannelly jasmene jatavian jaydalyn jekhi jemina jennylee jessikah jimeka jonathin jshon
kaelei kaleeyah kanton kayvan kazim keyah lacharles larren lauralie laylonie leonidus lilygrace luay ludwika lynore mackena
maitlyn maricsa maripat marjarie martita maryse maysun mckenleigh mikisha milicent mumin mycheal mylisa nayib nester nicolemarie
niyonna nymir onaje orphia pailyn pammie polette quantavis quinterious raad raksha rebacca rector reznor rigley rohail romonda
rosemae saafir samier sashay schae seattle seger shakedra shakti shamarra sharalee shavette shawntina shelaine sheylin skyanne
sybol symphonie tamilyn tarahji tashica tayen tifini titilayo tonae trindon tynleigh tyrea tyvion vaniya vicy walsie welles
winola yeiden yurani zaeda zala zanaiya zarayah zayyan zenola zyrion zyshonne aaronjames abdelaziz adahlia adaja addalie adea
aemilia ahleah aidah alixandrea amoria annaleigha arafat aritha asmi aviela azarius bakary bekka bernise bijon brandyce brittlyn
caelie calandria caliegh casten charan chasin claudett clovia cristofher daisja dajsha danicia daquana darric daveena davelle
daysie dejanira deyona domnic dreshon dulcy emrah erine faelyn fey francile furqan garhett gedalya gowri granvel haset
heidemarie inetha jacalynn jaevian jahaan jailynne jalyric jamarria jaslynne javaeh jayshun jeanifer jenayah jerita joanthony
kelicia kenyette kimyah kissie kollen kurstyn kyo laurali lawarence layliana lexianna lillionna lindyn lional lorece maisee
makaylen mang maronda math meerab merve miski montserrath morio naheim nechuma noeh okechukwu phinneas ra rachit rafia reylene
rhydian rickeya riven roxene samadhi sanye sashia sheniya stein stephanos sudiksha sundy tacori tarez tawyna terree terriyah
thandiwe ticia tiombe tippi tola trachelle traeh tremeka trenace tsering tyianna wandy wave willet xochilth yaxiel zuley
`;
